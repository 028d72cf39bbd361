using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.TextIndex;

namespace Hausmeister.Tests.TextIndex;

public sealed class TextIndexTests
{
    private static readonly ITextIndex Docs = new TextIndexFactory().Create(
    [
        new("datasets", "How to add a dataset to itaipu", "dataset new SparkOp"),
        new("warehouse", "Why is my table not in the warehouse?", "capivara load missing table"),
        new("ledger", "finance.ledger closes late in December", "The books of the year are closed then."),
        new("sales", "my_sales has duplicates", "Deduplicate by order id."),
        new("access", "Access to the notebooks", "Ask in help for the group data-readers."),
        new("owner", "Who owns a contract?", "The squad in its CODEOWNERS file. Contracts are generated nightly."),
    ]);

    [Theory]
    [InlineData("How do I add datasets?", "datasets")]
    [InlineData("adding new DATASETS to Itaipu", "datasets")]
    [InlineData("tables missing from warehouses", "warehouse")]
    [InlineData("my table was not loaded", "warehouse")]
    [InlineData("duplicated rows in sales", "sales")]
    public void Other_forms_of_a_word_are_found(string query, string expected) => Docs.Search(query, 3)[0].ShouldBe(expected);

    [Theory]
    [InlineData("datsaet", "datasets")]
    [InlineData("how to add a datset in itapu", "datasets")]
    [InlineData("tabel not in the wharehouse", "warehouse")]
    [InlineData("notebok acess", "access")]
    [InlineData("contarct owner", "owner")]
    public void Typing_errors_do_not_matter(string query, string expected) => Docs.Search(query, 3).ShouldContain(expected);

    [Theory]
    [InlineData("finance.ledger", "ledger")]
    [InlineData("FINANCE.LEDGER is empty since this morning", "ledger")]
    [InlineData("ledger", "ledger")]
    [InlineData("finance", "ledger")]
    [InlineData("is my_sales ok?", "sales")]
    [InlineData("sales", "sales")]
    [InlineData("how does a spark op look", "datasets")]
    [InlineData("sparkop", "datasets")]
    [InlineData("data-readers", "access")]
    public void Identifiers_are_found_whole_and_by_their_parts(string query, string expected) => Docs.Search(query, 3)[0].ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!…")]
    [InlineData("How do I get this?")]
    [InlineData("the and of")]
    [InlineData("vacation policy")]
    [InlineData("the printer on the third floor jams, who repairs the table lamp")]
    [InlineData("عندي سؤال")]
    [InlineData("😀😀")]
    public void Nothing_comes_back_where_nothing_meaningful_is_shared(string query) => Docs.Search(query, 3).ShouldBeEmpty();

    [Theory]
    [InlineData("title:dataset AND (")]
    [InlineData("data* OR ~2 \"open quote")]
    [InlineData("<script>alert(1)</script> \\")]
    public void What_looks_like_a_query_language_is_plain_text(string query) => Should.NotThrow(() => Docs.Search(query, 3));

    [Fact]
    public void A_very_long_text_is_no_problem()
    {
        var pasted = "dataset itaipu new " + string.Join(' ', Enumerable.Range(0, 5_000).Select(i => $"word{i}"));

        Docs.Search(pasted, 3).ShouldBe(["datasets"]);
    }

    [Fact]
    public void A_text_that_was_removed_is_not_found()
    {
        var index = new TextIndexFactory().Create([new("one", "Airflow keys", ""), new("two", "Airflow", "")]);

        index.Remove("one");

        index.Search("airflow keys", 3).ShouldBe(["two"]);
    }

    [Fact]
    public void A_match_in_the_title_comes_first()
    {
        var index = new TextIndexFactory().Create([new("aside", "Rotation of keys", "airflow"), new("about", "Airflow", "keys and more")]);

        index.Search("airflow", 3).ShouldBe(["about", "aside"]);
    }

    [Fact]
    public void No_more_than_the_top_come_back() => Docs.Search("dataset table ledger sales access contract", 1).Count.ShouldBeLessThanOrEqualTo(1);

    [Fact]
    public void A_text_with_the_same_id_is_replaced()
    {
        var index = new TextIndexFactory().Create([new("a", "Airflow", "")]);

        index.Put(new("a", "Databricks", ""));

        index.Search("airflow", 3).ShouldBeEmpty();
        index.Search("databricks", 3).ShouldBe(["a"]);
    }

    [Fact]
    public void An_empty_index_finds_nothing() => new TextIndexFactory().Create([]).Search("dataset", 3).ShouldBeEmpty();

    [Fact]
    public void Among_five_thousand_texts_the_right_one_is_found()
    {
        var texts = Enumerable.Range(0, 5_000).Select(i => new IndexedText($"{i}", $"Dataset number{i} of squad{i % 50} is stale", $"The run of table_{i} failed in stage{i % 7}."));
        var index = new TextIndexFactory().Create(texts);

        index.Search("table_4711 failed again", 3)[0].ShouldBe("4711");
        index.Search("datsaet numbre42 of squad42 is stale", 3).ShouldContain("42");
    }

    [Fact]
    public async Task Many_threads_may_put_and_search_at_once()
    {
        var index = new TextIndexFactory().Create([]);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() =>
        {
            index.Put(new($"{i}", $"subject_{i}", "shared"));
            index.Search($"subject_{i}", 1).ShouldBe([$"{i}"]);
        })));

        index.Search("shared", 500).Count.ShouldBe(200);
    }
}
