namespace Samstyring.Analysis.Adoption.Spread;

/// <summary>What a draw is for: the last coordinate of its place.</summary>
internal static class SpreadDraws
{
    /// <summary>At (run / 4, member, quarter): a word for each of four runs.</summary>
    public const uint Decision = 0;

    /// <summary>At (run, member, 0): waits to procured, installed and in use, and the key in the vendor's queue.</summary>
    public const uint Journey = 1;
}

/// <summary>The way from decided to in use, in 64 runs: lead times that a member has whenever it decides, and the vendors' queues.</summary>
internal sealed class SpreadJourneys
{
    private const int Lanes = SpreadLanes.Count;

    private readonly SpreadPlan _plan;
    private readonly Philox _random;
    private readonly SpreadCalendar _calendar;
    private readonly int[] _capacity;
    private readonly int[] _queueOf;
    private readonly int[] _underWay;
    private readonly Func<int, int, uint> _keyOf;
    private int _firstRun;

    public SpreadJourneys(SpreadPlan plan, Philox random)
    {
        (_plan, _random) = (plan, random);
        int[] limited = [.. Enumerable.Range(0, plan.Scenario.VendorCapacity.Count).Where(vendor => plan.Scenario.VendorCapacity[vendor] is not null)];
        _capacity = [.. limited.Select(vendor => plan.Scenario.VendorCapacity[vendor]!.Value)];
        _queueOf = [.. plan.Members.Select(member => member.Vendor is { } vendor ? Array.IndexOf(limited, vendor) : -1)];
        _underWay = [.. Enumerable.Range(0, plan.Members.Count).Where(i => plan.Members[i] is { IsEligible: true, Step: SpreadStep.Decided or SpreadStep.Procured or SpreadStep.Installed })];
        _calendar = new(plan.Members.Count, plan.Scenario.Quarters, limited.Length);
        _keyOf = (member, lane) => Draw(member, lane).Key;
    }

    /// <summary>Those under way go on: what they have waited counts towards the minimum, and the rest of a geometric wait is as long whenever one looks.</summary>
    public void Start(int firstRun, int runs)
    {
        _firstRun = firstRun;
        _calendar.Clear();
        foreach (var member in _underWay)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                if (SpreadLanes.RunOf(lane) < runs)
                {
                    GoOn(member, lane);
                }
            }
        }
    }

    /// <summary>The member has decided in the quarter.</summary>
    public void Begin(int member, int lane, int quarter)
    {
        var waits = Draw(member, lane);
        var scenario = _plan.Scenario;
        ComeToQueue(member, lane, quarter + scenario.DecidedToProcured.MinimumQuarters + waits.Procured + scenario.ProcuredToInstalled.MinimumQuarters + waits.Installed, waits);
    }

    /// <summary>Each vendor installs for the first in its queue, as many as it has capacity for.</summary>
    public void Install(int quarter)
    {
        for (var queue = 0; queue < _capacity.Length; queue++)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                _calendar.Enqueue(quarter, queue, lane, _keyOf);
                for (var installed = 0; installed < _capacity[queue]; installed++)
                {
                    var member = _calendar.Dequeue(queue, lane);
                    if (member < 0)
                    {
                        break;
                    }

                    Train(member, lane, quarter, Draw(member, lane));
                }
            }
        }
    }

    /// <returns>One who takes it into use in the quarter; −1 when there is nobody more.</returns>
    public int TakeInUse(int quarter, int lane) => _calendar.TakeInUse(quarter, lane);

    private static int Wait(uint word, uint[] bounds)
    {
        var quarters = 0;
        while (quarters < bounds.Length && word >= bounds[quarters])
        {
            quarters++;
        }

        return quarters;
    }

    private void GoOn(int member, int lane)
    {
        var waits = Draw(member, lane);
        var (scenario, reached) = (_plan.Scenario, _plan.Members[member].ReachedQuarter);
        switch (_plan.Members[member].Step)
        {
            case SpreadStep.Decided:
                ComeToQueue(member, lane, Math.Max(0, reached + scenario.DecidedToProcured.MinimumQuarters) + waits.Procured + scenario.ProcuredToInstalled.MinimumQuarters + waits.Installed, waits);
                break;
            case SpreadStep.Procured:
                ComeToQueue(member, lane, Math.Max(0, reached + scenario.ProcuredToInstalled.MinimumQuarters) + waits.Installed, waits);
                break;
            default:
                PutInUse(member, lane, Math.Max(0, reached + scenario.InstalledToInUse.MinimumQuarters) + waits.InUse);
                break;
        }
    }

    private void ComeToQueue(int member, int lane, int quarter, (int Procured, int Installed, int InUse, uint Key) waits)
    {
        if (_queueOf[member] < 0)
        {
            Train(member, lane, quarter, waits);
        }
        else if (quarter < _plan.Scenario.Quarters)
        {
            _calendar.AddReady(quarter, _queueOf[member], member, lane);
        }
    }

    private void Train(int member, int lane, int quarter, (int Procured, int Installed, int InUse, uint Key) waits) =>
        PutInUse(member, lane, quarter + _plan.Scenario.InstalledToInUse.MinimumQuarters + waits.InUse);

    private void PutInUse(int member, int lane, int quarter)
    {
        if (quarter < _plan.Scenario.Quarters)
        {
            _calendar.AddInUse(quarter, member, lane);
        }
    }

    private (int Procured, int Installed, int InUse, uint Key) Draw(int member, int lane)
    {
        var (procured, installed, inUse, key) = _random.Draw((uint)(_firstRun + SpreadLanes.RunOf(lane)), (uint)member, 0, SpreadDraws.Journey);
        return (Wait(procured, _plan.ProcuredWaits), Wait(installed, _plan.InstalledWaits), Wait(inUse, _plan.InUseWaits), key);
    }
}
