namespace Samstyring.Web.Features.Design;

/// <summary>The address of a body's page. Municipalities and the ten networks have pages of their own kind.</summary>
internal static class BodyPaths
{
    public static string Of(string key, bool isRegionalNetwork = false) => isRegionalNetwork ? "/nettverk/" + key : IsMunicipality(key) ? "/kommuner/" + key : "/organisasjoner/" + key;

    /// <summary>A key of four digits is a municipality's number, of today or before.</summary>
    public static bool IsMunicipality(string key) => key.Length == 4 && key.All(char.IsAsciiDigit);
}
