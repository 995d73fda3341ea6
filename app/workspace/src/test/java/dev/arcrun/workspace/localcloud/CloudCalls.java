package dev.arcrun.workspace.localcloud;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Requests of a client to a local Cloudflare. */
final class CloudCalls {
    private static final String BOUNDARY = "between-parts";

    private final RunningCloud cloud;

    /** The API takes an upgrade to HTTP/2 for one to a tail. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    CloudCalls(RunningCloud cloud) {
        this.cloud = cloud;
    }

    int verify(String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(cloud.api() + "/user/tokens/verify"))
                        .header("Authorization", "Bearer " + token))
                .statusCode();
    }

    /** Uploads a script of one module and opens its address. */
    void deploy(String name, String module) throws IOException, InterruptedException {
        URI script =
                URI.create(
                        cloud.api()
                                + "/accounts/"
                                + cloud.accountId()
                                + "/workers/scripts/"
                                + name);
        String body =
                part("metadata\"", "application/json", "{\"main_module\":\"main.mjs\"}")
                        + part(
                                "main.mjs\"; filename=\"main.mjs\"",
                                "application/javascript+module",
                                module)
                        + "--"
                        + BOUNDARY
                        + "--\r\n";
        expect(
                authorized(script)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .PUT(HttpRequest.BodyPublishers.ofString(body)));
        expect(
                authorized(URI.create(script + "/subdomain"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"enabled\":true}")));
    }

    String worker(String name) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(cloud.workers() + "/" + name + "/"))).body();
    }

    private void expect(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    private HttpRequest.Builder authorized(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + cloud.token());
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String part(String name, String type, String content) {
        return "--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\""
                + name
                + "\r\nContent-Type: "
                + type
                + "\r\n\r\n"
                + content
                + "\r\n";
    }
}
