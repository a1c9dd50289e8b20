using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Samstyring.Data;
using Samstyring.Data.People;

namespace Samstyring.Web.Platform;

/// <summary>Keeps the keys of cookies and forms in the database, so that every host of an installation can read what another has written.</summary>
internal sealed class KeyStore(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<SamstyringDb>().ProtectionKeys.Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    /// <summary>Called once in some months, by a framework that does not wait: so this thread does.</summary>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SamstyringDb>();
        db.Add(new ProtectionKey { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}
