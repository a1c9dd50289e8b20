namespace Samstyring.Web.Features.Design.Lists;

/// <summary>Links to the files of a list: the API's address with the filter on screen.</summary>
/// <param name="Query">A query string, or empty.</param>
/// <param name="Title">What the files hold, for readers who hear the links one by one.</param>
public sealed record Downloads(string Api, string Query, string Title)
{
    public string Link(string format) => $"{Api}{Query}{(Query.Length == 0 ? '?' : '&')}format={format}";
}
