package dev.arcrun.catalog.scenario;

import dev.arcrun.engine.sandbox.FailureCode;
import dev.arcrun.engine.sandbox.Header;
import dev.arcrun.engine.sandbox.HostFailure;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.HttpCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network that gives one answer to everything and remembers what it was asked. */
final class CannedNetwork implements HostServices {
    private final List<HttpCall> calls = new ArrayList<>();
    private @Nullable HttpAnswer answer;
    private @Nullable HostFailure failure;

    void answers(int status, byte[] body, String mediaType) {
        List<Header> headers =
                mediaType.equals("json")
                        ? List.of(new Header("content-type", "application/json"))
                        : List.of();
        answer = new HttpAnswer(status, headers, body);
    }

    /**
     * @throws IllegalArgumentException when there is no such code
     */
    void fails(String code, String error) {
        failure = new HostFailure(FailureCode.valueOf(code), error, null);
    }

    @Override
    public HttpAnswer http(HttpCall call) throws HostFailure {
        calls.add(call);
        if (failure != null) {
            throw failure;
        }
        return answer != null ? answer : HostServices.super.http(call);
    }

    @Nullable HttpCall lastCall() {
        return calls.isEmpty() ? null : calls.getLast();
    }
}
