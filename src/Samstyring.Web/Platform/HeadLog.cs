using System.Data.Common;
using Samstyring.Data;
using Samstyring.Data.Trace;

namespace Samstyring.Web.Platform;

/// <summary>
/// Tells the log where the chain of changes ends, at the start and whenever it has grown: a log that is kept elsewhere then proves that
/// nobody cut the chain off or wrote it anew. Several replicas tell the same.
/// </summary>
internal sealed class HeadLog(IServiceScopeFactory scopes, ILogger<HeadLog> logger, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private ChainHead _told = ChainHead.Empty;

    public async Task TellAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var head = await AuditChain.HeadAsync(scope.ServiceProvider.GetRequiredService<SamstyringDb>(), ct);
        if (head != _told)
        {
            _told = head;
            Log.ChainHead(logger, head.Number, head.Hash);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (DbException failure)
            {
                Log.ChainHeadUnknown(logger, failure);
            }
        }
    }
}
