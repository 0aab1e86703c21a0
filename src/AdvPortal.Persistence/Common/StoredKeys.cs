using Npgsql;

namespace AdvPortal.Persistence.Common;

/// <summary>Reads and adds the keys that sign cookies. ASP.NET asks for them without awaiting, a few times in a process's life.</summary>
public sealed class StoredKeys(NpgsqlDataSource database)
{
    public IReadOnlyList<string> Read()
    {
        using var command = database.CreateCommand("select xml from data_protection_keys order by id");
        using var reader = command.ExecuteReader();
        var keys = new List<string>();

        while (reader.Read())
        {
            keys.Add(reader.GetString(0));
        }

        return keys;
    }

    public void Add(string name, string xml)
    {
        using var command = database.CreateCommand("insert into data_protection_keys (id, name, xml) values ($1, $2, $3)");
        command.Parameters.Add(new() { Value = Ids.Next() });
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = xml });
        command.ExecuteNonQuery();
    }
}
