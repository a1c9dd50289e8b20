using System.Net.Mail;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Samstyring.Web.Features.About;

/// <summary>What works for everybody, what does not, and whom to tell.</summary>
public sealed class AccessibilityModel(IConfiguration configuration) : PageModel
{
    /// <summary>Whom the readers of this installation turn to: an e-mail address, a web address or plain words.</summary>
    private const string ContactSetting = "SAMSTYRING_CONTACT";

    /// <summary>Null where the installation has given none.</summary>
    public string? Contact { get; private set; }

    public bool IsMail { get; private set; }

    public void OnGet()
    {
        Contact = configuration[ContactSetting]?.Trim() is { Length: > 0 } contact ? contact : null;
        IsMail = Contact is not null && MailAddress.TryCreate(Contact, out var mail) && string.Equals(mail.Address, Contact, StringComparison.Ordinal);
    }
}
