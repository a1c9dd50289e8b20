using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Adoption;
using Samstyring.Domain.Kernel;
using Samstyring.Web.Platform;

namespace Samstyring.Web.Features.Adoption;

/// <summary>
/// Searches for whom to ask first, which take longer than a request may. They run in this process, a few at a time and one for each person, and nothing is stored: the same seed gives the
/// same answer again. A result is remembered for a while, for the one who asked.
/// </summary>
internal sealed class ForecastJobs(TimeProvider clock, ILogger<ForecastJobs> logger) : IDisposable
{
    /// <summary>Jobs of all persons together that are remembered, or wait, or run.</summary>
    public const int Most = 100;

    /// <summary>How long a result is remembered after it is there.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(30);

    /// <summary>Each takes a processor for itself, and half of them are left for those who read.</summary>
    public static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly Dictionary<UserId, ForecastJob> _jobs = [];
    private readonly SemaphoreSlim _room = new(AtOnce);
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _door = new();

    /// <summary>Begins a job, in the place of the last that the person had.</summary>
    /// <param name="work">Runs on a thread of its own choosing; is told when to stop.</param>
    /// <returns>The job; where the person has one that is not over, that one, and nothing is begun. Null where there are too many.</returns>
    public ForecastJob? Start(UserId person, Solution solution, IReadOnlyList<MunicipalityStep> municipalities, Func<IProgress<AskingProgress>, CancellationToken, WhomToAsk> work)
    {
        lock (_door)
        {
            Forget();
            if (_jobs.TryGetValue(person, out var last) && !last.IsOver)
            {
                return last;
            }

            if (!_jobs.ContainsKey(person) && _jobs.Count >= Most && !MakeRoom())
            {
                return null;
            }

            last?.Dispose();
            var job = new ForecastJob(person, solution.Key, municipalities, CancellationTokenSource.CreateLinkedTokenSource(_closing.Token));
            _jobs[person] = job;
            job.Work = RunAsync(job, work);
            return job;
        }
    }

    /// <summary>The job of a person; null where it is another's, or forgotten.</summary>
    public ForecastJob? Find(Guid id, UserId person)
    {
        lock (_door)
        {
            Forget();
            return _jobs.TryGetValue(person, out var job) && job.Id == id ? job : null;
        }
    }

    /// <summary>Asks a job to stop; it does within the simulation of a quarter.</summary>
    public void Cancel(ForecastJob job)
    {
        lock (_door)
        {
            job.Cancel();
        }
    }

    /// <summary>Stops all of them.</summary>
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task<WhomToAsk> RunAsync(ForecastJob job, Func<IProgress<AskingProgress>, CancellationToken, WhomToAsk> work)
    {
        try
        {
            await _room.WaitAsync(job.Stop);
            try
            {
                return await Task.Run(() => work(job, job.Stop), job.Stop);
            }
            finally
            {
                _room.Release();
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.ForecastFailed(logger, job.Solution, failure);
            throw;
        }
        finally
        {
            job.EndedAt = clock.GetUtcNow();
        }
    }

    private void Forget()
    {
        var now = clock.GetUtcNow();
        foreach (var job in _jobs.Values.Where(job => job.IsOver && now - job.EndedAt >= KeptFor).ToList())
        {
            Remove(job);
        }
    }

    /// <summary>Forgets the oldest result.</summary>
    private bool MakeRoom()
    {
        var oldest = _jobs.Values.Where(job => job.IsOver).MinBy(job => job.EndedAt);
        if (oldest is not null)
        {
            Remove(oldest);
        }

        return oldest is not null;
    }

    private void Remove(ForecastJob job)
    {
        _jobs.Remove(job.Person);
        job.Dispose();
    }
}
