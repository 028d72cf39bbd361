using Microsoft.Data.Sqlite;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>One statement, compiled once and run many times. It belongs to its connection, which disposes it, and to one thread at a time.</summary>
internal sealed class Statement
{
    private readonly SqliteCommand command;

    public Statement(SqliteConnection connection, string sql)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        command.Prepare();
    }

    public void Run(params ReadOnlySpan<(string Name, object Value)> values)
    {
        Bind(values);
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; null where there is no row or the column is NULL.</summary>
    public long? Number(params ReadOnlySpan<(string Name, object Value)> values)
    {
        Bind(values);
        return command.ExecuteScalar() as long?;
    }

    /// <summary>Rows as long as <paramref name="wanted"/> says so: what lies behind is not even read.</summary>
    public List<T> Rows<T>(Func<SqliteDataReader, T> read, Func<T, bool> wanted, params ReadOnlySpan<(string Name, object Value)> values)
    {
        Bind(values);
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read() && read(reader) is var row && wanted(row))
        {
            rows.Add(row);
        }

        return rows;
    }

    public List<T> Rows<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> values) => Rows(read, _ => true, values);

    private void Bind(ReadOnlySpan<(string Name, object Value)> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i == command.Parameters.Count)
            {
                command.Parameters.AddWithValue(values[i].Name, values[i].Value);
            }
            else
            {
                command.Parameters[i].Value = values[i].Value;
            }
        }
    }
}
