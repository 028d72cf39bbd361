namespace Hausmeister.Cards;

/// <summary>What a button asks for. Every verb has a handler in the bot; a test holds that.</summary>
public static class Verbs
{
    /// <summary>The same as typing the word.</summary>
    public static class Command
    {
        public const string Triage = "triage";
        public const string Next = "next";
        public const string Issues = "issues";
        public const string Cases = "cases";
        public const string Who = "who";
        public const string Rota = "rota";
        public const string RotaPicture = "rota.picture";
        public const string Fairness = "fairness";
        public const string HandOff = "handoff";
        public const string HandOffs = "handoff.history";
        public const string Dag = "dag";
        public const string DagHistory = "dag.history";
        public const string Help = "help";
        public const string Backlog = "issues.backlog";
    }

    /// <summary>Answers in the triage dialog; <c>id</c> is the case's, <c>rev</c> the draft's step.</summary>
    public static class Triage
    {
        public const string Prefix = "triage.";

        /// <summary>A form that answers some questions before the first is asked; <c>id</c> says nothing.</summary>
        public const string Begin = "triage.begin";
        public const string Question = "triage.question";
        public const string Service = "triage.service";
        public const string Unsure = "triage.unsure";
        public const string Text = "triage.text";
        public const string Same = "triage.same";
        public const string New = "triage.new";
        public const string P4 = "triage.p4";
        public const string P3 = "triage.p3";
        public const string P2 = "triage.p2";
        public const string P1 = "triage.p1";
        public const string Unknown = "triage.unknown";
        public const string SeverityYes = "triage.severity.yes";
        public const string SeverityNo = "triage.severity.no";
        public const string Create = "triage.create";
        public const string Back = "triage.back";
        public const string Cancel = "triage.cancel";
    }

    /// <summary>Answers to a user question; they work after the dialog too. <c>id</c> is the case's.</summary>
    public static class Question
    {
        public const string Prefix = "question.";
        public const string Page = "question.page";
        public const string Case = "question.case";
        public const string Type = "question.type";
        public const string Typed = "question.typed";
        public const string Elsewhere = "question.elsewhere";
        public const string Link = "question.link";
        public const string Level2 = "question.level2";
        public const string Service = "question.service";
        public const string Show = "question.show";
    }

    /// <summary>On a case's card; <c>id</c> is the case's, or <c>#482</c> for an issue that is not a case yet; <c>rev</c> its edition.</summary>
    public static class Issue
    {
        public const string Show = "issue.show";
        public const string Note = "issue.note";
        public const string NoteSave = "issue.note.save";
        public const string Give = "issue.give";
        public const string GiveTo = "issue.give.to";
        public const string Priority = "issue.priority";
        public const string P4 = "issue.p4";
        public const string P3 = "issue.p3";
        public const string P2 = "issue.p2";
        public const string P1 = "issue.p1";
        public const string Level2 = "issue.level2";
        public const string Fixed = "issue.fixed";
        public const string FixedSave = "issue.fixed.save";
        public const string Reopen = "issue.reopen";
        public const string Retry = "issue.retry";
        public const string PullIn = "issue.pullIn";
        public const string PullInAsk = "issue.pullIn.ask";

        /// <summary>Asks before the whole company is told.</summary>
        public const string Crash = "issue.crash";
        public const string CrashTell = "issue.crash.tell";

        /// <summary>Closes any form without doing anything.</summary>
        public const string FormCancel = "form.cancel";
    }

    public static class Progress
    {
        public const string Moving = "progress.moving";
        public const string Stuck = "progress.stuck";
        public const string Waiting = "progress.waiting";
        public const string WaitingSave = "progress.waiting.save";
        public const string Fixed = "progress.fixed";
    }

    public static class Level2
    {
        public const string Ask = "level2.ask";
        public const string Cancel = "level2.cancel";
        public const string Join = "level2.join";
        public const string Later = "level2.later";
        public const string Take = "level2.take";
        public const string P4 = "level2.p4";
        public const string P3 = "level2.p3";
        public const string P2 = "level2.p2";
        public const string P1 = "level2.p1";
    }

    public static class Help
    {
        public const string Coming = "help.coming";
        public const string Cant = "help.cant";
    }

    public static class Guest
    {
        public const string Ask = "guest.ask";

        /// <summary>Both answers, before anything was asked; <c>id</c> says nothing.</summary>
        public const string Begin = "guest.begin";
        public const string Send = "guest.send";
        public const string Cancel = "guest.cancel";
        public const string Take = "guest.take";
    }

    /// <summary><c>id</c> is the squad and the hand-off, with <c>#</c> and a case for an item; <c>rev</c> the number of a question.</summary>
    public static class HandOff
    {
        public const string Prefix = "handoff.";
        public const string Show = "handoff.show";

        /// <summary>As a message of its own.</summary>
        public const string Open = "handoff.open";
        public const string Notes = "handoff.notes";
        public const string Draft = "handoff.draft";
        public const string Leave = "handoff.leave";
        public const string Stay = "handoff.stay";
        public const string StaySave = "handoff.stay.save";
        public const string Pass = "handoff.pass";
        public const string Confirm = "handoff.confirm";
        public const string Take = "handoff.take";
        public const string Ask = "handoff.ask";
        public const string AskSend = "handoff.ask.send";
        public const string Answer = "handoff.answer";
        public const string Hold = "handoff.hold";
        public const string Appoint = "handoff.appoint";
        public const string AppointTo = "handoff.appoint.to";
        public const string Back = "handoff.back";
    }

    /// <summary>Before a shift; <c>id</c> as of a hand-off.</summary>
    public static class Ready
    {
        public const string Prefix = "ready.";
        public const string Yes = "ready.yes";
        public const string No = "ready.no";
        public const string Swap = "ready.swap";
    }

    /// <summary>Changes of the rota; <c>id</c> is the squad, with a member or a span where it is about one.</summary>
    public static class Rota
    {
        public const string Prefix = "rota.";
        public const string Swap = "rota.swap";
        public const string SwapOffer = "rota.swap.offer";
        public const string Cover = "rota.cover";
        public const string CoverDates = "rota.cover.dates";
        public const string CoverOffer = "rota.cover.offer";
        public const string CoverTake = "rota.cover.take";
        public const string Pass = "rota.pass";
        public const string Ill = "rota.ill";
    }

    /// <summary><c>id</c> is the squad and the offer's number.</summary>
    public static class Offer
    {
        public const string Prefix = "offer.";
        public const string Accept = "offer.accept";
        public const string Cant = "offer.cant";
        public const string Appoint = "offer.appoint";
    }

    public static class Ill
    {
        public const string Prefix = "ill.";
        public const string Today = "ill.today";
        public const string Shift = "ill.shift";
        public const string Open = "ill.open";
    }

    /// <summary>The nightly run; <c>id</c> is the squad and the day: <c>data-infra/2026-11-26</c>.</summary>
    public static class Dag
    {
        public const string Prefix = "dag.";
        public const string Refresh = "dag.refresh";

        /// <summary>Asks which stage somebody waits for.</summary>
        public const string Tell = "dag.tell";

        /// <summary>Its input <c>stage</c> is the stage's name.</summary>
        public const string TellStage = "dag.tell.stage";
        public const string PostNow = "dag.post";

        /// <summary>Asks for the words of a note.</summary>
        public const string Note = "dag.note";
        public const string NoteSave = "dag.note.save";
    }

    /// <summary>Something is wrong with the nightly run; <c>id</c> is the squad, the day and the trouble: <c>data-infra/2026-11-26/financial-reports</c>.</summary>
    public static class Trouble
    {
        public const string Prefix = "trouble.";
        public const string OnIt = "trouble.onIt";
        public const string Log = "trouble.log";
        public const string Add = "trouble.add";
        public const string Triage = "trouble.triage";
    }

    public static class Docs
    {
        public const string Create = "docs.create";
        public const string Later = "docs.later";
    }
}
