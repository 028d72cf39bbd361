using System.Text.Json.Nodes;
using AdaptiveCards;

namespace BotFramework.Tests.AdaptiveCardsTests;

public class ReadingTests
{
    [Fact]
    public void Members_may_come_in_any_order_and_enums_in_any_case()
    {
        var card = AdaptiveCard.FromJson(
            """{"body": [{"text": "x", "size": "eXtraLARGE", "type": "TextBlock"}], "version": "1.5", "type": "AdaptiveCard"}""").Card;

        var text = card.Body.Single().ShouldBeOfType<AdaptiveTextBlock>();
        text.Text.ShouldBe("x");
        text.Size.ShouldBe(AdaptiveTextSize.ExtraLarge);
    }

    [Fact]
    public void An_unknown_member_survives_wherever_it_stands() => ShouldSurvive(
        """
        {
          "type": "AdaptiveCard", "version": "1.5", "msteams": {"width": "Full", "n": [1, 2.5, null, true]}, "$schema": "s",
          "refresh": {"action": {"type": "Action.Execute", "verb": "v", "x-a": 1}, "x-refresh": {"a": []}},
          "body": [
            {"type": "TextBlock", "text": "t", "x-text": null, "targetWidth": "atLeast:narrow"},
            {"type": "FactSet", "facts": [{"title": "a", "value": "b", "x-fact": "c"}]},
            {"type": "Input.ChoiceSet", "id": "i", "choices": [{"title": "a", "value": "b", "x-choice": 1}], "choices.data": {"type": "Data.Query"}},
            {"type": "Table", "columns": [{"width": 1, "x-column": true}], "rows": [{"type": "TableRow", "cells": [{"type": "TableCell", "items": [], "x-cell": 1}]}]}
          ]
        }
        """);

    [Fact]
    public void An_unknown_element_or_action_gives_a_warning_and_survives()
    {
        const string Json =
            """
            {
              "type": "AdaptiveCard", "version": "1.5",
              "body": [
                {"type": "CodeBlock", "id": "c", "codeSnippet": "x", "fallback": {"type": "TextBlock", "text": "no code"}},
                {"type": "RichTextBlock", "inlines": [{"type": "Citation", "text": "x"}]}
              ],
              "actions": [{"type": "Action.Teleport", "title": "Go", "where": {"far": true}}]
            }
            """;

        var result = AdaptiveCard.FromJson(Json);

        result.Card.Body[0].ShouldBeOfType<AdaptiveUnknownElement>().AdditionalProperties["codeSnippet"].ShouldBe("x");
        result.Card.Actions[0].ShouldBeOfType<AdaptiveUnknownAction>().Title.ShouldBe("Go");
        result.Warnings.Count.ShouldBe(3);
        result.Warnings.ShouldContain(warning => warning.Message.Contains("CodeBlock"));
        ShouldSurvive(Json);
    }

    [Fact]
    public void A_newer_card_is_read_as_its_fallback_text_with_a_warning()
    {
        var result = AdaptiveCard.FromJson(
            """{"type": "AdaptiveCard", "version": "9.0", "fallbackText": "Please update", "lang": "en", "body": [{"type": "Hologram"}]}""");

        result.Card.Body.Single().ShouldBeOfType<AdaptiveTextBlock>().Text.ShouldBe("Please update");
        result.Card.Lang.ShouldBe("en");
        result.Warnings.Count.ShouldBe(1);
    }

    [Fact]
    public void A_newer_card_without_a_fallback_text_says_that_it_cannot_be_shown() =>
        AdaptiveCard.FromJson("""{"type": "AdaptiveCard", "version": "9.0"}""")
            .Card.Body.Single().ShouldBeOfType<AdaptiveTextBlock>().Text.ShouldBe("We're sorry, this card couldn't be displayed");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"version": "1.5"}""")]
    [InlineData("""{"type": "TextBlock", "version": "1.5"}""")]
    [InlineData("""{"type": "AdaptiveCard"}""")]
    [InlineData("""{"type": "AdaptiveCard", "version": "latest"}""")]
    [InlineData("""{"type": "AdaptiveCard", "version": "1.5", "body": {}}""")]
    [InlineData("""{"type": "AdaptiveCard", "version": "1.5", "body": ["text"]}""")]
    [InlineData("""{"type": "AdaptiveCard", "version": "1.5", "body": [{"text": "no type"}]}""")]
    [InlineData("""{"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "wrap": "perhaps"}]}""")]
    [InlineData("""{"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": {"a": 1}}]}""")]
    [InlineData("""{"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "x", "fallback": "hide"}]}""")]
    public void What_is_no_card_is_refused(string json) =>
        Should.Throw<AdaptiveSerializationException>(() => AdaptiveCard.FromJson(json));

    [Fact]
    public void A_card_nested_without_end_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"type": "Container", "items": [""", 5000));

        Should.Throw<AdaptiveSerializationException>(
            () => AdaptiveCard.FromJson($$"""{"type": "AdaptiveCard", "version": "1.5", "body": [{{deep}}"""));
    }

    [Fact]
    public void A_column_or_a_row_needs_no_type()
    {
        var card = Body("""{"type": "ColumnSet", "columns": [{"width": 2, "items": [{"type": "TextBlock", "text": "x"}]}]}""");

        var column = card.Body.Single().ShouldBeOfType<AdaptiveColumnSet>().Columns.Single();
        column.Type.ShouldBe("Column");
        column.Width.ToString().ShouldBe("2");
        column.Items.Count.ShouldBe(1);
    }

    [Fact]
    public void A_card_that_is_shown_by_an_action_needs_no_version()
    {
        const string Json =
            """
            {"type": "AdaptiveCard", "version": "1.5", "actions": [
              {"type": "Action.ShowCard", "title": "More", "card": {"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": "x"}]}}]}
            """;

        AdaptiveCard.FromJson(Json).Card.Actions.Single().ShouldBeOfType<AdaptiveShowCardAction>().Card.Body.Count.ShouldBe(1);
        ShouldSurvive(Json);
    }

    [Fact]
    public void A_text_among_the_inlines_is_a_plain_run() =>
        Body("""{"type": "RichTextBlock", "inlines": ["plain", {"type": "TextRun", "text": "bold", "weight": "bolder"}]}""")
            .Body.Single().ShouldBeOfType<AdaptiveRichTextBlock>().Inlines.Cast<AdaptiveTextRun>()
            .Select(run => (run.Text, run.Weight))
            .ShouldBe([("plain", AdaptiveTextWeight.Default), ("bold", AdaptiveTextWeight.Bolder)]);

    [Fact]
    public void A_fallback_is_an_element_or_drop()
    {
        const string Element =
            """{"type": "Table", "rows": [], "requires": {"tables": "1.5"}, "fallback": {"type": "TextBlock", "text": "no tables", "fallback": "drop"}}""";

        var fallback = Body(Element).Body.Single().Fallback;

        fallback.Type.ShouldBe(AdaptiveFallbackElement.AdaptiveFallbackType.Content);
        fallback.Content.ShouldBeOfType<AdaptiveTextBlock>().Fallback.Type.ShouldBe(AdaptiveFallbackElement.AdaptiveFallbackType.Drop);
        Body(Element).Body.Single().Requires["tables"].ShouldBe("1.5");
        ShouldSurvive($$"""{"type": "AdaptiveCard", "version": "1.5", "body": [{{Element}}]}""");
    }

    [Fact]
    public void An_action_falls_back_to_another_action()
    {
        var execute = new AdaptiveExecuteAction
        {
            Title = "Coming",
            Verb = "p4.coming",
            Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Title = "Coming", DataJson = """{"verb":"p4.coming"}""" }),
        };

        var read = AdaptiveCard.FromJson(new AdaptiveCard("1.5") { Actions = [execute] }.ToJson()).Card.Actions.Single();

        read.Fallback.Content.ShouldBeOfType<AdaptiveSubmitAction>().DataJson.ShouldContain("p4.coming");
    }

    [Fact]
    public void Visibility_targets_are_ids_or_say_more()
    {
        const string Json =
            """
            {"type": "AdaptiveCard", "version": "1.5", "actions": [
              {"type": "Action.ToggleVisibility", "targetElements": ["a", {"elementId": "b", "isVisible": false}]}]}
            """;

        AdaptiveCard.FromJson(Json).Card.Actions.Single().ShouldBeOfType<AdaptiveToggleVisibilityAction>().TargetElements
            .Select(target => (target.ElementId, target.IsVisible)).ShouldBe([("a", null), ("b", false)]);
        ShouldSurvive(Json);
    }

    [Fact]
    public void A_card_without_a_version_is_read_when_the_program_supplies_one()
    {
        AdaptiveCard.OnDeserializingMissingVersion = () => new AdaptiveSchemaVersion(1, 2);
        try
        {
            AdaptiveCard.FromJson("""{"type": "AdaptiveCard", "lang": "de"}""").Card.Version.ShouldBe(new AdaptiveSchemaVersion("1.2"));
        }
        finally
        {
            AdaptiveCard.OnDeserializingMissingVersion = null;
        }
    }

    [Fact]
    public void A_table_column_has_a_share_or_pixels()
    {
        const string Table = """{"type": "Table", "columns": [{"width": 2}, {"width": "80px"}, {}], "rows": []}""";

        Body(Table).Body.Single().ShouldBeOfType<AdaptiveTable>().Columns
            .Select(column => (column.Width, column.PixelWidth)).ShouldBe([(2, 0), (0, 80), (0, 0)]);
    }

    [Fact]
    public void A_picture_may_give_its_height_in_pixels()
    {
        var image = Body("""{"type": "Image", "url": "a.png", "height": "20px", "altText": "A"}""").Body.Single().ShouldBeOfType<AdaptiveImage>();

        image.PixelHeight.ShouldBe(20u);
        image.Height.ShouldBe(AdaptiveHeight.Auto);
    }

    private static AdaptiveCard Body(string element) =>
        AdaptiveCard.FromJson($$"""{"type": "AdaptiveCard", "version": "1.5", "body": [{{element}}]}""").Card;

    private static void ShouldSurvive(string json) =>
        JsonTrees.Lines(AdaptiveCard.FromJson(json).Card.ToJson()).ShouldBe(JsonTrees.Lines(json));
}
