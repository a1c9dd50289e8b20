using Samstyring.Domain.Initiatives;
using Samstyring.Domain.Kernel;

namespace Samstyring.Domain.Instruments;

/// <summary>What changes behaviour (Lessig 1999, with financing added by the thesis; 000 §3.2 p.25).</summary>
public enum Instrument { Law = 1, SocialNorms, Market, Architecture, Financing }

public enum InstrumentChoice { Used = 1, Planned, Considered, NotRelevant }

/// <summary>An instrument, assessed for a phase of a piece of work. The note is the reason.</summary>
public sealed class InstrumentAssessment : InitiativePart
{
    public Instrument Instrument { get; init; }

    /// <summary>The phase's key in the method; null for all.</summary>
    public string? Phase { get; init; }

    public InstrumentChoice Choice { get; init; }

    /// <summary>Who holds it, where it is no body of the registry.</summary>
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    /// <summary>What must be in place first.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    public string? Starts { get; init; }

    public string? Ends { get; init; }
}

/// <summary>From the softest to the hardest (000 §5.3.1 p.47 l.895).</summary>
public enum LegalStep { Guidance = 1, NormativeGuidance, Regulation, Law }

public enum LegalState { InUse = 1, Tried, Planned, Considered, NotRelevant }

/// <summary>How far a step of the legal ladder has come .</summary>
public sealed class LadderStep : InitiativePart
{
    public LegalStep Step { get; init; }

    public LegalState State { get; init; }

    /// <summary>What came of it, or why it is not used.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>When the work on it began, or begins.</summary>
    public string? Starts { get; init; }

    /// <summary>When it is wanted to be in force.</summary>
    public string? Effect { get; init; }
}

/// <summary>What must hold before a solution is mandated (000 §2.1.4.1, §5.3.1, §6.3).</summary>
public enum LegalPrecondition { LegalBasis = 1, Proportionality, TestedSolution, Anchoring, ServiceVolume, SofterFirst }

public enum Fulfilment { Yes = 1, Partly, No }

/// <summary>Whether a precondition for using law holds. The note is the assessment.</summary>
public sealed class LegalAssessment : InitiativePart
{
    public LegalPrecondition Precondition { get; init; }

    public Fulfilment? Fulfilment { get; init; }

    /// <summary>When it was assessed.</summary>
    public string? SignedOn { get; init; }
}

/// <summary>Digdir's seven principles for architecture .</summary>
public enum Guideline { UserNeeds = 1, RightLevel, DigitalReadyRules, ShareData, ShareSolutions, Interaction, Trust }

public enum Conforming { Follows = 1, Partly, Deviates }

/// <summary>How a piece of work stands to a guideline.</summary>
public sealed class Conformity : InitiativePart
{
    public Guideline Guideline { get; init; }

    public Conforming? Conforming { get; init; }
}

/// <summary>Whose deviations are counted: those who deviate, and the vendors of the products that they are in .</summary>
public enum DeviationGroup { Agency = 1, Municipality, Vendor, Other }

public enum DeviationState { Approved = 1, NotApproved, Expired }

/// <summary>A guideline is not followed. The body deviates; the note is the reason.</summary>
public sealed class Deviation : InitiativePart
{
    public Guideline Guideline { get; init; }

    /// <summary>What is done otherwise.</summary>
    public LocalizedText Text { get; init; } = LocalizedText.Unknown;

    /// <summary>The vendor whose product it is in.</summary>
    public OrganisationId? Vendor { get; init; }

    /// <summary>When it was reported.</summary>
    public string? Starts { get; init; }

    /// <summary>Who approved it; unknown where nobody has.</summary>
    public LocalizedText Name { get; init; } = LocalizedText.Unknown;

    /// <summary>When it was approved.</summary>
    public string? SignedOn { get; init; }

    /// <summary>When it is to be over.</summary>
    public string? Ends { get; init; }

    public bool IsApproved => !Name.IsUnknown && SignedOn is not null;

    /// <summary>An end that has passed comes first; an approval on a later day has not happened.</summary>
    public DeviationState StateOn(DateOnly today) =>
        AsOf.Last(Ends) < today ? DeviationState.Expired
        : IsApproved && AsOf.First(SignedOn) <= today ? DeviationState.Approved
        : DeviationState.NotApproved;
}
