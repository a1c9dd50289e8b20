namespace Samstyring.Web.Platform;

/// <summary>
/// Keeps other sites from writing in the name of somebody who is signed in here. The cookie is not sent with their requests
/// (SameSite=Lax); a request that a browser says comes from elsewhere is refused, and what writes is JSON, which no form can send.
/// </summary>
internal sealed class OwnSiteOnly : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden, title: "The request comes from another site. Nothing was changed.", extensions: [new("code", "other-site")]);
        }

        if (!HttpMethods.IsGet(request.Method) && !request.HasJsonContentType())
        {
            return TypedResults.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, title: "The body must be JSON. Nothing was changed.", extensions: [new("code", "not-json")]);
        }

        return await next(context);
    }
}
