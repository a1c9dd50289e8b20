using Samstyring.Analysis.Adoption.Spread;
using Samstyring.Data.Adoption;
using Samstyring.Domain.Kernel;

namespace Samstyring.Web.Features.Adoption;

/// <summary>How it stands with a job.</summary>
public enum ForecastJobState
{
    Waiting,
    Running,
    Done,
    Cancelled,
    Failed,
}

/// <summary>One search for whom to ask first, that a person has begun.</summary>
/// <param name="solution">The key of the solution.</param>
/// <param name="municipalities">As the members of the simulation are numbered.</param>
internal sealed class ForecastJob(UserId person, string solution, IReadOnlyList<MunicipalityStep> municipalities, CancellationTokenSource stopping) : IProgress<AskingProgress>, IDisposable
{
    private AskingProgress? _progress;

    /// <summary>In the address; says nothing to anybody else.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    public UserId Person => person;

    public string Solution => solution;

    public IReadOnlyList<MunicipalityStep> Municipalities => municipalities;

    public CancellationToken Stop { get; } = stopping.Token;

    public Task<WhomToAsk> Work { get; set; } = Task.FromException<WhomToAsk>(new InvalidOperationException("Not begun."));

    public DateTimeOffset EndedAt { get; set; }

    public bool IsOver => Work.IsCompleted;

    /// <summary>Null until it has begun.</summary>
    public AskingProgress? Progress => Volatile.Read(ref _progress);

    public ForecastJobState State => Work switch
    {
        { IsCompletedSuccessfully: true } => ForecastJobState.Done,
        { IsCanceled: true } => ForecastJobState.Cancelled,
        { IsFaulted: true } => ForecastJobState.Failed,
        _ => Progress is null ? ForecastJobState.Waiting : ForecastJobState.Running,
    };

    public void Report(AskingProgress value) => Volatile.Write(ref _progress, value);

    public void Cancel()
    {
        if (!IsOver)
        {
            stopping.Cancel();
        }
    }

    public void Dispose() => stopping.Dispose();
}
