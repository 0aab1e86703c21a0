using AdvPortal.Domain.Portfolios;
using Google.OrTools.Sat;

namespace AdvPortal.Application.Portfolios;

/// <summary>A cover problem, or what is left of one, as CP-SAT reads it.</summary>
internal sealed class CoverModel
{
    // By the clock alone the same question would have another answer on a busy machine.
    private const int WhenBusy = 10;

    private readonly CoverProblem _problem;
    private readonly CpModel _model = new();
    private readonly Dictionary<(int Client, int StandIn, int Part), BoolVar> _chosen = [];
    private readonly Dictionary<(int Client, int Part), int> _decided = [];
    private readonly LinearExprBuilder _cost = LinearExpr.NewBuilder();
    private readonly ILookup<(int Client, int Part), int> _choices;

    private CoverModel(CoverProblem problem, IReadOnlyList<(int Client, int StandIn, int Part)> choices)
    {
        _problem = problem;
        _choices = choices.ToLookup(c => (c.Client, c.Part), c => c.StandIn);
        Choose();
        Change();
        Load();
    }

    /// <param name="problem">What is decided.</param>
    /// <param name="start">A choice among those that are left: the answer is never worse.</param>
    /// <param name="choices">What is left to decide among.</param>
    /// <param name="bound">No choice is cheaper.</param>
    /// <param name="limit">By the clock; the steps that the same question always takes are limited to as many seconds of a usual machine.</param>
    public static (CoverChoice Choice, long Bound) Decide(CoverProblem problem, CoverChoice start, IReadOnlyList<(int Client, int StandIn, int Part)> choices, long bound, TimeSpan limit)
    {
        var model = new CoverModel(problem, choices);

        foreach (var ((client, standIn, part), chosen) in model._chosen)
        {
            model._model.AddHint(chosen, start[client, part] == standIn);
        }

        model._model.Minimize(model._cost);
        var solver = new CpSolver { StringParameters = FormattableString.Invariant($"num_workers:1 random_seed:7 linearization_level:2 max_deterministic_time:{limit.TotalSeconds} max_time_in_seconds:{limit.TotalSeconds * WhenBusy}") };

        return solver.Solve(model._model) is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? (model.Read(solver, start), Math.Max(bound, (long)Math.Ceiling(solver.BestObjectiveBound - 0.5)))
            : (start, bound);
    }

    private void Choose()
    {
        foreach (var each in _choices)
        {
            var among = each.ToList();

            if (among is [var only])
            {
                _decided[each.Key] = only;
                _cost.Add(_problem.Price(each.Key.Client, only, each.Key.Part));
                continue;
            }

            foreach (var standIn in among)
            {
                var chosen = _model.NewBoolVar("");
                _chosen[(each.Key.Client, standIn, each.Key.Part)] = chosen;
                _cost.AddTerm(chosen, _problem.Price(each.Key.Client, standIn, each.Key.Part));
            }

            _model.AddExactlyOne(among.Select(standIn => _chosen[(each.Key.Client, standIn, each.Key.Part)]));
        }
    }

    // A change of hand: somebody before, somebody after, and not the same.
    private void Change()
    {
        foreach (var (client, part) in _choices.Select(c => c.Key).Where(c => c.Part > _problem.Spans[c.Client].First))
        {
            var changed = _model.NewBoolVar("");
            _cost.AddTerm(changed, _problem.ChangePrice(client));

            foreach (var before in _choices[(client, part - 1)].Where(s => s != CoverProblem.Nobody))
            {
                _model.AddBoolOr([Chosen(client, before, part - 1).Not(), changed, Chosen(client, before, part), Chosen(client, CoverProblem.Nobody, part)]);
            }
        }
    }

    private ILiteral Chosen(int client, int standIn, int part) =>
        _chosen.TryGetValue((client, standIn, part), out var chosen) ? chosen : _decided.TryGetValue((client, part), out var only) && only == standIn ? _model.TrueLiteral() : _model.FalseLiteral();

    // Each unit of load costs more than the one before: the cost lies above every one of these lines, and on one of them.
    private void Load()
    {
        var least = new int[_problem.Team.Count, _problem.Parts.Count];

        foreach (var ((client, part), standIn) in _decided.Where(d => d.Value != CoverProblem.Nobody))
        {
            least[standIn, part] += _problem.Units[client];
        }

        var open = _chosen.Where(c => c.Key.StandIn != CoverProblem.Nobody).ToLookup(c => (c.Key.StandIn, c.Key.Part));

        foreach (var (standIn, part) in from standIn in Enumerable.Range(0, _problem.Team.Count) from part in Enumerable.Range(0, _problem.Parts.Count) select (standIn, part))
        {
            var (from, weight) = (least[standIn, part], _problem.Parts[part].Weight);
            var most = Math.Max(from, Math.Min(_problem.Room(standIn, part), from + open[(standIn, part)].Sum(c => _problem.Units[c.Key.Client])));
            _cost.Add(weight * _problem.LoadPrice(standIn, from));

            if (most == from)
            {
                foreach (var (_, chosen) in open[(standIn, part)])
                {
                    _model.Add(chosen == 0);
                }

                continue;
            }

            var added = _model.NewIntVar(0, most - from, "");
            _model.Add(LinearExpr.WeightedSum(open[(standIn, part)].Select(c => c.Value), open[(standIn, part)].Select(c => _problem.Units[c.Key.Client])) == added);
            var price = _model.NewIntVar(0, weight * (_problem.LoadPrice(standIn, most) - _problem.LoadPrice(standIn, from)), "");
            _cost.AddTerm(price, 1);

            for (var unit = 0; unit < most - from; unit++)
            {
                var (at, slope) = (_problem.LoadPrice(standIn, from + unit) - _problem.LoadPrice(standIn, from), _problem.LoadPrice(standIn, from + unit + 1) - _problem.LoadPrice(standIn, from + unit));
                _model.Add(price >= (added * (weight * slope)) + (weight * (at - (slope * unit))));
            }
        }
    }

    private CoverChoice Read(CpSolver solver, CoverChoice start)
    {
        var choice = start.Copy();

        foreach (var ((client, standIn, part), chosen) in _chosen)
        {
            if (solver.BooleanValue(chosen))
            {
                choice[client, part] = standIn;
            }
        }

        return choice;
    }
}
