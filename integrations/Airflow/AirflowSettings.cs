namespace Hausmeister.Integrations.Airflow;

/// <param name="Address">Where people reach Airflow, as <c>https://airflow.example/</c>, with the path that it may have there; its API is below.</param>
/// <param name="Username">May read the squads' DAGs, their runs and task instances, and nothing more; with <paramref name="Password"/>.</param>
/// <param name="Token">Shown as it is, instead of a user name. Nobody renews it.</param>
/// <param name="Version">Null: Airflow is asked.</param>
public sealed record AirflowSettings(Uri Address, string? Username, string? Password, string? Token, AirflowVersion? Version)
{
    /// <summary>With a slash at the end, so that relative addresses stay below it.</summary>
    internal Uri Root => Address.AbsoluteUri.EndsWith('/') ? Address : new Uri(Address.AbsoluteUri + "/");

    /// <summary>Without password and token, whoever prints it.</summary>
    public override string ToString() => $"Airflow at {Address}";
}
