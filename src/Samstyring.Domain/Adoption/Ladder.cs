using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Adoption;

/// <summary>How far a municipality has come with a solution, or that it has chosen another way.</summary>
public enum AdoptionStep { Unaware = 1, Informed, Considering, Decided, Procured, Installed, InUse, BenefitsConfirmed, Declined, ManualEnough }

/// <summary>What somebody says of a municipality and a solution.</summary>
/// <param name="Since">When the step was reached: a year, a month or a day; null is unknown.</param>
/// <param name="Source">Where the one who says it has it from; null for a municipality that speaks of itself.</param>
public sealed record StepSaid(AdoptionStep Step, string? Since, string? Source);

/// <summary>
/// One municipality and one solution: what the municipality says itself, and what the owner of the solution says of it. Where they differ, both stand
/// until one of them changes what it says. A municipality that has said nothing has no status, unless an owner says one.
/// </summary>
public sealed class AdoptionRecord
{
    public required SolutionId Solution { get; init; }

    public required OrganisationId Municipality { get; init; }

    /// <summary>What the municipality says; null where it has said nothing.</summary>
    public AdoptionStep? Step { get; set; }

    public string? Since { get; set; }

    public string? Source { get; set; }

    /// <summary>The municipality, or the co-operation that has its mandate.</summary>
    public OrganisationId? StatedBy { get; set; }

    public DateOnly? StatedOn { get; set; }

    /// <summary>What the owner of the solution says; null where it has said nothing, or withdrew it.</summary>
    public AdoptionStep? ClaimedStep { get; set; }

    public string? ClaimedSince { get; set; }

    public string? ClaimSource { get; set; }

    public OrganisationId? ClaimedBy { get; set; }

    public DateOnly? ClaimedOn { get; set; }

    /// <summary>Why the municipality says something else than the owner.</summary>
    public string? AnswerReason { get; set; }

    /// <summary>The step that counts: the municipality's own word, else the owner's.</summary>
    public AdoptionStep Standing { get; set; }

    public string? StandingSince { get; set; }

    /// <summary>When each step was reached, as far as it was said.</summary>
    public string? InformedOn { get; set; }

    public string? ConsideringOn { get; set; }

    public string? DecidedOn { get; set; }

    public string? ProcuredOn { get; set; }

    public string? InstalledOn { get; set; }

    public string? InUseOn { get; set; }

    public string? BenefitsOn { get; set; }

    /// <summary>When the municipality plans to have it in use.</summary>
    public string? PlannedInUse { get; set; }

    /// <summary>The product that it has it in.</summary>
    public PartId? Product { get; set; }

    /// <summary>The wave that it takes part in.</summary>
    public PartId? Wave { get; set; }

    /// <summary>Whom other municipalities may ask.</summary>
    public string? Contact { get; set; }

    /// <summary>Goes up by one at each change: who writes on an older one has lost the race.</summary>
    public int Version { get; set; }

    /// <summary>Whether the municipality and the owner say different things.</summary>
    public bool IsDisputed => Step is { } own && ClaimedStep is { } claimed && own != claimed;

    /// <summary>Whether only the owner has said it.</summary>
    public bool IsUnconfirmed => Step is null && ClaimedStep is not null;

    /// <summary>Brings what is derived in step: the step that counts, and the date of the step that was said.</summary>
    public void Derive()
    {
        (Standing, StandingSince) = Step is { } own ? (own, Since) : (ClaimedStep ?? AdoptionStep.Unaware, ClaimedSince);
        if (StandingSince is null)
        {
            return;
        }

        switch (Standing)
        {
            case AdoptionStep.Informed: InformedOn = StandingSince; break;
            case AdoptionStep.Considering: ConsideringOn = StandingSince; break;
            case AdoptionStep.Decided: DecidedOn = StandingSince; break;
            case AdoptionStep.Procured: ProcuredOn = StandingSince; break;
            case AdoptionStep.Installed: InstalledOn = StandingSince; break;
            case AdoptionStep.InUse: InUseOn = StandingSince; break;
            case AdoptionStep.BenefitsConfirmed: BenefitsOn = StandingSince; break;
        }
    }
}

/// <summary>What may be said of a municipality and a solution, and by whom .</summary>
public static class LadderRules
{
    public const string BeforeAvailable = "adoption.before-available";
    public const string InTheFuture = "adoption.in-the-future";
    public const string NotEligible = "adoption.not-eligible";
    public const string ReasonNeeded = "adoption.answer-needs-reason";
    public const string SourceNeeded = "adoption.claim-needs-source";

    /// <summary>Steps that can only be reached with a solution that can be had.</summary>
    public static bool NeedsSolution(AdoptionStep step) => step is AdoptionStep.Installed or AdoptionStep.InUse or AdoptionStep.BenefitsConfirmed;

    /// <summary>Whether the solution is really used (the source's lesson: agreement, connection, use and benefit are different things).</summary>
    public static bool IsInUse(AdoptionStep step) => step is AdoptionStep.InUse or AdoptionStep.BenefitsConfirmed;

    /// <summary>Whether the municipality has decided to have it, or is further.</summary>
    public static bool HasDecided(AdoptionStep step) => step is >= AdoptionStep.Decided and <= AdoptionStep.BenefitsConfirmed;

    /// <summary>Whether there is nothing more to decide: it is decided for, in use or not wanted now.</summary>
    public static bool IsSettled(AdoptionStep step) => step >= AdoptionStep.Decided;

    /// <summary>What is wrong with what somebody says; null where nothing is.</summary>
    /// <param name="isEligible">Whether the solution is for the municipality.</param>
    public static Reason? Check(Solution solution, bool isEligible, StepSaid said, DateOnly today)
    {
        if (!isEligible)
        {
            return new(NotEligible, "municipality");
        }

        if (said.Since is null)
        {
            return null;
        }

        if (AsOf.First(said.Since) is not { } first)
        {
            return new("field.not-a-time", "since", said.Since);
        }

        if (first > today)
        {
            return new(InTheFuture, "since", said.Since);
        }

        return NeedsSolution(said.Step) && AsOf.First(solution.Available) is { } available && AsOf.Last(said.Since) < available
            ? new(BeforeAvailable, "since", solution.Available)
            : null;
    }

    /// <summary>A municipality says how far it has come, confirms what the owner said, or answers back.</summary>
    /// <param name="reason">Why, where it says something else than the owner does.</param>
    public static Reason? State(AdoptionRecord record, StepSaid said, string? reason, OrganisationId by, DateOnly today)
    {
        if (record.ClaimedStep is { } claimed && claimed != said.Step && reason is null && record.AnswerReason is null)
        {
            return new(ReasonNeeded, "reason", Codes.Of(claimed));
        }

        (record.Step, record.Since, record.Source, record.StatedBy, record.StatedOn) = (said.Step, said.Since, said.Source, by, today);
        record.AnswerReason = record.IsDisputed ? reason ?? record.AnswerReason : null;
        record.Derive();
        record.Version++;
        return null;
    }

    /// <summary>The owner of a solution says how far a municipality has come. It counts until the municipality speaks.</summary>
    /// <param name="said">Null withdraws what was said.</param>
    public static Reason? Claim(AdoptionRecord record, StepSaid? said, OrganisationId by, DateOnly today)
    {
        if (said is { Source: null })
        {
            return new(SourceNeeded, "source");
        }

        (record.ClaimedStep, record.ClaimedSince, record.ClaimSource) = (said?.Step, said?.Since, said?.Source);
        (record.ClaimedBy, record.ClaimedOn) = (said is null ? null : by, said is null ? null : today);
        if (!record.IsDisputed)
        {
            record.AnswerReason = null;
        }

        record.Derive();
        record.Version++;
        return null;
    }
}

/// <summary>What the municipalities of a solution amount to: never a number without what it is of.</summary>
/// <param name="Eligible">Municipalities that the solution is for.</param>
/// <param name="Inhabitants">Of those municipalities.</param>
/// <param name="Steps">By step; a municipality nobody has said anything of is under no step.</param>
public sealed record AdoptionFigures(int Eligible, long Inhabitants, IReadOnlyDictionary<AdoptionStep, (int Municipalities, long Inhabitants)> Steps)
{
    public (int Municipalities, long Inhabitants) Unknown => (Eligible - Steps.Values.Sum(s => s.Municipalities), Inhabitants - Steps.Values.Sum(s => s.Inhabitants));

    public (int Municipalities, long Inhabitants) InUse => Sum(LadderRules.IsInUse);

    public (int Municipalities, long Inhabitants) Decided => Sum(LadderRules.HasDecided);

    /// <param name="municipalities">Those that the solution is for, with what counts for each; null where nothing is said.</param>
    public static AdoptionFigures Of(IEnumerable<(AdoptionStep? Step, int Population)> municipalities)
    {
        Dictionary<AdoptionStep, (int, long)> steps = [];
        var (count, inhabitants) = (0, 0L);
        foreach (var (step, population) in municipalities)
        {
            count++;
            inhabitants += population;
            if (step is { } known)
            {
                var (m, i) = steps.GetValueOrDefault(known);
                steps[known] = (m + 1, i + population);
            }
        }

        return new(count, inhabitants, steps);
    }

    private (int, long) Sum(Func<AdoptionStep, bool> which) => (Steps.Where(s => which(s.Key)).Sum(s => s.Value.Municipalities), Steps.Where(s => which(s.Key)).Sum(s => s.Value.Inhabitants));
}
