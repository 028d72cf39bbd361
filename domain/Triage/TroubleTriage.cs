using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Domain.Triage;

/// <summary>The triage of what went wrong with the nightly run: what it is is known, so it starts at the priority.</summary>
public static class TroubleTriage
{
    public static TriageDraft Draft(PipelineDay day, StageTrouble trouble, string caseId, Squad squad) => new()
    {
        CaseId = caseId,
        Kind = TriageDraft.Service,
        What = TroubleReport.Title(day, trouble),
        Details = TroubleReport.Details(day, trouble, squad),
        Reporter = "Hausmeister",
        IsNew = true,
    };
}
