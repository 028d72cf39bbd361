using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Http;
using Polly.Timeout;

namespace Hausmeister.Integrations.Airflow;

/// <summary>Turns what went wrong into words for people. docs/airflow.md lists them.</summary>
internal static class AirflowFailure
{
    /// <summary>Null where the exception is not about Airflow but about our own code.</summary>
    /// <param name="version">The one that was spoken.</param>
    public static PipelineException? Of(Exception exception, AirflowSettings settings, AirflowVersion version, string dagId) => exception switch
    {
        PipelineException told => told,
        AirflowRefusal refusal => new(Refused(refusal, settings, version, dagId), refusal),
        OtherVersionException => new($"{settings.Address.Authority} answers, but not as Airflow 2 or 3 does. Check Airflow:Address.", exception),
        NotJsonException => new($"{settings.Address.Authority} answers with a page where Airflow writes JSON. Check Airflow:Address, and whether a proxy asks for a sign-in.", exception),
        // A token with what no header can hold is a FormatException.
        JsonException or FormatException => new("Airflow's answer cannot be read: it is not what Airflow 2 or 3 writes. Check whether a proxy changes it.", exception),
        TimeoutRejectedException or TimeoutException or OperationCanceledException => new("Airflow does not answer in time.", exception),
        HttpRequestException or IOException => new(Unreachable(exception, settings.Address), exception),
        _ => null,
    };

    public static PipelineException NoSuchDag(string dagId, Exception inner) =>
        new($"Airflow has no DAG {dagId}, or the user may not see it (404). Check the DAG's id in the squad's file.", inner);

    public static PipelineException RunIsGone(string runId, Exception inner) =>
        new($"Airflow no longer has the run {runId}: somebody deleted it. Wait for its next run, or start one in Airflow.", inner);

    public static PipelineException NoTasks(string runId) =>
        new($"Airflow shows no task of the run {runId}: it has made none yet, or the user may not read task instances.");

    public static PipelineException DoesNotAddUp() => new("Airflow's list of tasks did not add up, three times in a row.");

    public static PipelineException WrongVersion(AirflowSettings settings, AirflowVersion actual, Exception inner) =>
        new($"Airflow:Version says {settings.Version:D}, but {settings.Address.Authority} is Airflow {actual:D}. Set Airflow:Version to {actual:D}, or leave it out.", inner);

    private static string Refused(AirflowRefusal refusal, AirflowSettings settings, AirflowVersion version, string dagId) => (int)refusal.Status switch
    {
        401 when refusal.AtSignIn => "Airflow refuses the user name or the password (401). Check Airflow:Username and Airflow:Password.",
        404 when refusal.AtSignIn => "Airflow gives no token for a user name and a password (404). Set one that it accepts: Airflow:Token.",
        403 when version == AirflowVersion.Two => RefusedByTwo(settings, dagId),
        401 or 403 when refusal.IsOfToken => NotAccepted(settings, (int)refusal.Status),
        403 => $"Airflow does not let the user read the DAG {dagId} (403). Give it a role that reads the DAG, its runs and its task instances, such as Viewer.",
        404 => NoSuchDag(dagId, refusal).Message,
        429 => "Airflow asks for a pause (429): too many requests.",
        >= 300 and < 400 and var status => $"{settings.Address.Authority} sends us elsewhere ({status}), as a sign-in page does. Check Airflow:Address, also http or https.",
        >= 500 and var status => $"Airflow has trouble of its own ({status}). Look at its web server's log.",
        var status => $"Airflow answers with status {status}, which was not expected.",
    };

    private static string NotAccepted(AirflowSettings settings, int status) => settings switch
    {
        { Token: not null } => $"Airflow refuses the token ({status}): it has expired, or another Airflow gave it. Set a new one: Airflow:Token.",
        { Username: not null } => $"Airflow refuses a token that it has just given ({status}). Check that all of its web servers sign with the same key.",
        _ => $"Airflow wants credentials ({status}). Set Airflow:Username and Airflow:Password, or Airflow:Token.",
    };

    // It answers the same to no credentials, to wrong ones and to a missing permission.
    private static string RefusedByTwo(AirflowSettings settings, string dagId) => settings switch
    {
        { Token: not null } =>
            $"Airflow refuses it (403): the token is wrong, or its user may not read the DAG {dagId}. Check Airflow:Token, and give the user a role that reads it, such as Viewer.",
        { Username: not null } => $"Airflow refuses it (403): user name or password are wrong, or the user may not read the DAG {dagId}. "
            + "Check Airflow:Username and Airflow:Password, and give the user a role that reads it, such as Viewer.",
        _ => $"Airflow refuses it (403): credentials are not set, or nobody may read the DAG {dagId} without them. Set Airflow:Username and Airflow:Password, or Airflow:Token.",
    };

    private static string Unreachable(Exception exception, Uri address) => exception switch
    {
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } =>
            $"Airflow cannot be reached: {address.Authority} refuses the connection. Check whether its web server runs.",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => $"Airflow cannot be reached: nobody knows {address.Host}. Check Airflow:Address.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            $"Airflow cannot be reached safely: this machine does not trust {address.Authority}. Check its certificate.",
        HttpIOException or HttpRequestException { InnerException: IOException } => "The connection to Airflow breaks off before its answer is complete. Check the network and the proxy.",
        _ => $"Airflow cannot be reached at {address.Authority}. Check the network.",
    };
}
