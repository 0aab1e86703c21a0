using AdvPortal.Domain.Portfolios;

namespace AdvPortal.Domain.Tests.Portfolios;

public sealed class KnowledgeRiskTests
{
    private static readonly ClientKnowledge _wellKnown = new(3, 20, 8) { Requirements = 4, HasNotes = true, CanBeReached = true };

    public static TheoryData<ClientKnowledge, int, KnowledgeLevel, KnowledgeGap?> Table => new()
    {
        { _wellKnown, 0, KnowledgeLevel.Low, null },
        { _wellKnown with { Knowing = 2 }, 10, KnowledgeLevel.Low, KnowledgeGap.TwoKnow },
        { _wellKnown with { Knowing = 1 }, 30, KnowledgeLevel.Medium, KnowledgeGap.OneKnows },
        { _wellKnown with { Knowing = 0 }, 40, KnowledgeLevel.Medium, KnowledgeGap.NobodyKnows },
        { _wellKnown with { ByOne = 10 }, 0, KnowledgeLevel.Low, null },
        { _wellKnown with { ByOne = 15 }, 10, KnowledgeLevel.Low, KnowledgeGap.OneHead },
        { _wellKnown with { ByOne = 20 }, 20, KnowledgeLevel.Low, KnowledgeGap.OneHead },
        { _wellKnown with { Requirements = 0 }, 20, KnowledgeLevel.Low, KnowledgeGap.NothingWritten },
        { _wellKnown with { Unsourced = 2 }, 5, KnowledgeLevel.Low, KnowledgeGap.WithoutSource },
        { _wellKnown with { Overdue = 4 }, 10, KnowledgeLevel.Low, KnowledgeGap.ReviewPast },
        { _wellKnown with { HasNotes = false }, 10, KnowledgeLevel.Low, KnowledgeGap.NoNotes },
        { _wellKnown with { CanBeReached = false }, 10, KnowledgeLevel.Low, KnowledgeGap.NoContact },
        { new(1, 12, 12), 90, KnowledgeLevel.High, KnowledgeGap.OneKnows },
        { new(0, 0, 0), 80, KnowledgeLevel.High, KnowledgeGap.NobodyKnows },
        { new(0, 0, 0) { Requirements = 1, CanBeReached = true, HasNotes = true, Unsourced = 1, Overdue = 1 }, 60, KnowledgeLevel.High, KnowledgeGap.NobodyKnows },
        { new(1, 0, 0) { Requirements = 1, CanBeReached = true, HasNotes = true, Unsourced = 1, Overdue = 1 }, 50, KnowledgeLevel.Medium, KnowledgeGap.OneKnows },
        { new(0, 1, 1), 100, KnowledgeLevel.High, KnowledgeGap.NobodyKnows },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void The_risk_is_what_is_missing_and_the_heaviest_is_said_first(ClientKnowledge knows, int score, KnowledgeLevel level, KnowledgeGap? first)
    {
        var risk = KnowledgeRisk.Of(knows);

        Assert.Equal((score, level, first), (risk.Score, risk.Level, risk.Reasons.Count == 0 ? null : risk.Reasons[0].Gap));
        Assert.Equal(risk.Score, risk.Reasons.Sum(reason => reason.Points));
        Assert.All(risk.Reasons, reason => Assert.True(reason.Points > 0));
    }

    public static TheoryData<ClientKnowledge, string, object[]> Words => new()
    {
        { _wellKnown with { Knowing = 0 }, "NobodyKnows", [] },
        { _wellKnown with { Knowing = 1 }, "OneKnows", [] },
        { _wellKnown with { Knowing = 2 }, "TwoKnow", [] },
        { _wellKnown with { Requirements = 0 }, "NothingWritten", [] },
        { _wellKnown with { Unsourced = 2 }, "WithoutSource", [2, 4] },
        { _wellKnown with { Overdue = 1 }, "ReviewPast", [1, 4] },
        { _wellKnown with { ByOne = 15 }, "OneHead", [75] },
        { _wellKnown with { HasNotes = false }, "NoNotes", [] },
        { _wellKnown with { CanBeReached = false }, "NoContact", [] },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void What_is_missing_is_said_in_figures(ClientKnowledge knows, string key, object[] parts) =>
        Assert.Equal([new($"Knowledge.{key}", parts)], KnowledgeRisk.Of(knows).Reasons.Select(reason => reason.Said));

    [Fact]
    public void One_requirement_of_several_that_nobody_confirmed_is_a_part_of_the_risk() =>
        Assert.Equal([3, 5], ((int[])[1, 2]).Select(overdue => KnowledgeRisk.Of(_wellKnown with { Overdue = overdue }).Score));

    [Fact]
    public void Whatever_becomes_known_never_adds_to_the_risk()
    {
        foreach (var (knowing, byOne, unsourced, noted) in from knowing in Enumerable.Range(0, 4) from byOne in Enumerable.Range(1, 9) from unsourced in Enumerable.Range(0, 3) from noted in Enumerable.Range(0, 2) select (knowing, byOne, unsourced, noted == 1))
        {
            var it = new ClientKnowledge(knowing, 10, byOne) { Requirements = 3, Unsourced = unsourced, HasNotes = noted };
            var score = KnowledgeRisk.Of(it).Score;

            Assert.InRange(score, 0, 100);
            Assert.All(
                (ClientKnowledge[])[it with { Knowing = knowing + 1 }, it with { ByOne = byOne - 1 }, it with { Unsourced = Math.Max(0, unsourced - 1) }, it with { HasNotes = true }, it with { CanBeReached = true }],
                better => Assert.True(KnowledgeRisk.Of(better).Score <= score));
        }
    }

    [Fact]
    public void Who_knows_a_client_is_not_put_right_by_writing()
    {
        Assert.All([KnowledgeGap.NobodyKnows, KnowledgeGap.OneKnows, KnowledgeGap.TwoKnow], gap => Assert.False(gap.CanBeWritten()));
        Assert.All([KnowledgeGap.NothingWritten, KnowledgeGap.NoNotes, KnowledgeGap.ReviewPast], gap => Assert.True(gap.CanBeWritten()));
    }
}
