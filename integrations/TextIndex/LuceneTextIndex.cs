using Hausmeister.Domain.Ports;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace Hausmeister.Integrations.TextIndex;

/// <summary>Full text in memory, by Lucene. Any number of threads may use it.</summary>
internal sealed class LuceneTextIndex : ITextIndex, IDisposable
{
    internal const string Id = "id", Title = "title", Words = "words";

    private readonly PlainEnglish english = new();
    private readonly RAMDirectory directory = new();
    private readonly BM25Similarity similarity = new();
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;

    public LuceneTextIndex(IEnumerable<IndexedText> texts)
    {
        writer = new IndexWriter(directory, new IndexWriterConfig(PlainEnglish.Version, english) { Similarity = similarity });
        foreach (var text in texts) Put(text);
        searchers = new SearcherManager(writer, applyAllDeletes: true, new Searchers(similarity));
    }

    public void Put(IndexedText text) => writer.UpdateDocument(new Term(Id, text.Id), new Document
    {
        new StringField(Id, text.Id, Field.Store.YES),
        new TextField(Title, text.Title, Field.Store.NO),
        new TextField(Words, text.Words, Field.Store.NO),
    });

    public void Remove(string id) => writer.DeleteDocuments(new Term(Id, id));

    public IReadOnlyList<string> Search(string query, int top)
    {
        var words = english.Words(query);
        if (words.Count == 0 || top <= 0) return [];
        searchers.MaybeRefreshBlocking();
        var searcher = searchers.Acquire();
        try
        {
            var found = searcher.Search(SimilarTexts.Of(words, searcher.IndexReader), top);
            return [.. found.ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get(Id))];
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    public void Dispose()
    {
        searchers.Dispose();
        writer.Dispose();
        directory.Dispose();
        english.Dispose();
    }

    private sealed class Searchers(Similarity similarity) : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = similarity };
    }
}

/// <summary>Makes an index for a set of texts.</summary>
public sealed class TextIndexFactory : ITextIndexFactory
{
    public ITextIndex Create(IEnumerable<IndexedText> texts) => new LuceneTextIndex(texts);
}
