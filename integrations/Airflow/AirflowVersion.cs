namespace Hausmeister.Integrations.Airflow;

/// <summary>Which of Airflow's two REST APIs is spoken.</summary>
public enum AirflowVersion
{
    /// <summary>Airflow 2, API v1.</summary>
    Two = 2,

    /// <summary>Airflow 3, API v2.</summary>
    Three = 3,
}
