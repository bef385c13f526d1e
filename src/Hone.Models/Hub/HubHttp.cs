using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Hone.Models.Hub;

/// <summary>Requests to a hub: the token goes to the hub's own host only, redirects are followed here, and what may pass is tried again.</summary>
internal sealed class HubHttp(HttpClient client, HubOptions options)
{
    private const int MaximumRedirects = 10;

    /// <summary>Sends a request until it is answered with success; the answer's body is not read yet.</summary>
    /// <param name="what">What messages call the thing asked for.</param>
    /// <param name="onHop">Is shown every answer, redirects included.</param>
    /// <exception cref="HubException">The server refuses, or does not answer.</exception>
    internal async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, Uri uri, string what, CancellationToken cancellation, long? from = null, Action<HttpResponseMessage>? onHop = null, params HttpStatusCode[] accepted)
    {
        for (int attempt = 1; ; attempt++)
        {
            HttpResponseMessage? response = null;
            Exception? failure = null;
            try
            {
                response = await FollowAsync(method, uri, what, from, onHop, cancellation).ConfigureAwait(false);
                if (response.IsSuccessStatusCode || Array.IndexOf(accepted, response.StatusCode) >= 0) return response;
            }
            catch (Exception e) when (IsTransient(e, cancellation))
            {
                failure = e;
            }
            bool again = response is null || response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)response.StatusCode >= 500;
            if (!again || attempt >= options.Attempts)
            {
                HubException refusal = Refusal(what, uri, response?.StatusCode, failure, attempt);
                response?.Dispose();
                throw refusal;
            }
            TimeSpan delay = Delay(response?.Headers.RetryAfter, attempt);
            response?.Dispose();
            await WaitAsync(delay, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Waits before a try.</summary>
    internal Task WaitAsync(int attempt, CancellationToken cancellation) => WaitAsync(Delay(null, attempt), cancellation);

    /// <summary>A token that is cancelled too when the server is silent for longer than the options allow; the caller renews it by reading.</summary>
    internal CancellationTokenSource Patience(CancellationToken cancellation)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        source.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        return source;
    }

    internal static bool IsTransient(Exception e, CancellationToken cancellation) =>
        e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested);

    private Task WaitAsync(TimeSpan delay, CancellationToken cancellation) =>
        delay <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(delay, options.Time, cancellation);

    // What the server asks for, else 1, 2, 4 ... seconds.
    private TimeSpan Delay(RetryConditionHeaderValue? retryAfter, int attempt)
    {
        TimeSpan wished = retryAfter?.Delta ?? (retryAfter?.Date is { } date ? date - options.Time.GetUtcNow() : TimeSpan.FromSeconds(1L << Math.Min(attempt - 1, 16)));
        TimeSpan longest = TimeSpan.FromSeconds(options.MaximumDelaySeconds);
        return wished > longest ? longest : wished;
    }

    private async Task<HttpResponseMessage> FollowAsync(
        HttpMethod method, Uri uri, string what, long? from, Action<HttpResponseMessage>? onHop, CancellationToken cancellation)
    {
        for (int hop = 0; hop <= MaximumRedirects; hop++)
        {
            using var request = new HttpRequestMessage(method, uri);
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("hone", "1"));
            // What is stored compressed has another length and other bytes than the file.
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("identity"));
            if (from is { } start) request.Headers.Range = new RangeHeaderValue(start, null);
            if (options.Token is { Length: > 0 } token && IsHome(uri)) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using CancellationTokenSource patience = Patience(cancellation);
            HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
            onHop?.Invoke(response);
            if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location) return response;
            response.Dispose();
            var next = new Uri(uri, location);
            if (next.Scheme is not ("http" or "https") || (uri.Scheme == "https" && next.Scheme == "http"))
                throw new HubException($"{what}: {uri.Host} redirects to {next.Scheme}://{next.Host}, which is not followed", "Check HF_ENDPOINT, or fetch the files by other means.");
            uri = next;
        }
        throw new HubException($"{what}: more than {MaximumRedirects} redirects", "Check HF_ENDPOINT, or try again later.");
    }

    private bool IsHome(Uri uri) => uri.Host == options.Endpoint.Host && uri.Port == options.Endpoint.Port && uri.Scheme == options.Endpoint.Scheme;

    private HubException Refusal(string what, Uri uri, HttpStatusCode? status, Exception? failure, int attempts)
    {
        string tries = attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" after {attempts} tries") : "";
        return status switch
        {
            HttpStatusCode.Unauthorized => new HubException(
                $"{what}: the server asks for a token it accepts (401); the repository may be private or not exist",
                options.Token is null ? "Set HF_TOKEN to a token that may read it, and check the name." : "Check the name, and that HF_TOKEN may read it."),
            HttpStatusCode.Forbidden => new HubException($"{what}: not allowed (403)", $"Open {options.Endpoint.Host} in a browser, accept the model's conditions, and set HF_TOKEN."),
            HttpStatusCode.NotFound => new HubException($"{what}: not found (404)", "Check user, name and revision; a private model needs HF_TOKEN."),
            HttpStatusCode.TooManyRequests => new HubException($"{what}: the server allows no more requests for now (429){tries}", "Run the same command later: it goes on where it stopped."),
            { } other => new HubException($"{what}: {uri.Host} answers {(int)other}{tries}", "Run the same command later: it goes on where it stopped."),
            null => new HubException(
                $"{what}: {uri.Host} cannot be reached{tries}: {(failure is OperationCanceledException ? "no answer in time" : failure?.Message)}",
                "Check the connection and HF_ENDPOINT; the same command goes on where it stopped.", failure),
        };
    }
}
