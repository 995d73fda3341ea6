package dev.arcrun.catalog.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OperationCheckTest {
    private static final String SERVICE =
            """
            service: Orders
            sources: [{ url: "https://orders.test/docs", read: 2026-11-22 }]
            operations:
              add:
                source: https://orders.test/docs#add
                method: POST
                url: https://{shop}.orders.test/v1/{list}/items:add
                path: { shop: { type: string, pattern: "^[a-z]+$" }, list: { type: string, maxLength: 5 } }
                query: { type: object, additionalProperties: false, properties: { tag: { type: [string, array] } } }
                headers: { required: { authorization: "^Bearer .+" } }
                body: { content_type: application/json, schema: { type: object, required: [a], additionalProperties: false, properties: { a: { type: integer } } } }
                answers: { "200": { body: {} } }
              drop:
                source: https://orders.test/docs#drop
                method: DELETE
                url: https://orders.test/v1/{+path}
                path: { path: { type: string } }
                answers: { "204": {} }
              form:
                source: https://orders.test/docs#form
                method: POST
                url: https://orders.test/form
                body: { content_type: application/x-www-form-urlencoded, schema: { type: object, required: [a], properties: { a: { const: "x y" } } } }
                answers: { "200": { body: {} } }
            """;
    private static final Map<String, String> HEADERS =
            Map.of("authorization", "Bearer t", "content-type", "application/json; charset=utf-8");

    private static Service.Operation operation(String name) {
        var reading = (ServiceReader.Reading.Read) ServiceReader.read(SERVICE, "orders.yaml");
        return Objects.requireNonNull(reading.service().operations().get(name));
    }

    private static List<String> add(String url, Map<String, String> headers, String body) {
        return OperationCheck.check(
                operation("add"), new ServiceRequest("POST", url, headers, body));
    }

    @Test
    void a_request_that_fits_has_no_mistakes() {
        assertThat(
                        add(
                                "https://flowers.orders.test/v1/a%2Fb/items:add?tag=1&tag=2",
                                HEADERS, "{\"a\":1}"))
                .isEmpty();
    }

    @Test
    void another_method_is_one() {
        assertThat(
                        OperationCheck.check(
                                operation("drop"),
                                new ServiceRequest(
                                        "POST", "https://orders.test/v1/a/b", Map.of(), "")))
                .containsExactly("the method is POST, not DELETE.");
    }

    @Test
    void another_address_is_one() {
        assertThat(add("https://flowers.orders.test/v2/a/items:add", HEADERS, "{\"a\":1}"))
                .singleElement()
                .asString()
                .startsWith("the address doesn't have the form");
    }

    @Test
    void path_parameters_are_checked_decoded() {
        assertThat(add("https://flowers.orders.test/v1/abc%20def/items:add", HEADERS, "{\"a\":1}"))
                .singleElement()
                .asString()
                .startsWith("the address's `list` doesn't fit");
    }

    @Test
    void an_unknown_name_in_the_query_is_one() {
        assertThat(add("https://flowers.orders.test/v1/a/items:add?x=1", HEADERS, "{\"a\":1}"))
                .singleElement()
                .asString()
                .startsWith("the query doesn't fit");
    }

    @Test
    void a_query_or_body_that_the_operation_does_not_have_is_one() {
        assertThat(
                        OperationCheck.check(
                                operation("drop"),
                                new ServiceRequest(
                                        "DELETE", "https://orders.test/v1/a?b=1", Map.of(), "x")))
                .containsExactly(
                        "there is a query, and the operation has none.",
                        "there is a body, and the operation has none.");
    }

    @Test
    void a_header_that_is_missing_or_different_is_one() {
        assertThat(
                        add(
                                "https://flowers.orders.test/v1/a/items:add",
                                Map.of("content-type", "application/json"),
                                "{\"a\":1}"))
                .containsExactly("the header `authorization` is missing.");
        assertThat(
                        add(
                                "https://flowers.orders.test/v1/a/items:add",
                                Map.of(
                                        "content-type",
                                        "application/json",
                                        "authorization",
                                        "Basic x"),
                                "{\"a\":1}"))
                .containsExactly("the header `authorization` doesn't fit `^Bearer .+`.");
    }

    @Test
    void a_body_that_does_not_fit_the_schema_is_one() {
        String url = "https://flowers.orders.test/v1/a/items:add";
        assertThat(add(url, HEADERS, "{\"a\":\"1\"}")).hasSize(1);
        assertThat(add(url, HEADERS, "{\"a\":1,\"b\":2}")).hasSize(1);
        assertThat(add(url, HEADERS, "{\"a\":")).singleElement().asString().contains("no JSON");
    }

    @Test
    void another_content_type_is_one() {
        assertThat(
                        add(
                                "https://flowers.orders.test/v1/a/items:add",
                                Map.of("authorization", "Bearer t", "content-type", "text/plain"),
                                "{\"a\":1}"))
                .containsExactly("the content type is `text/plain`, not `application/json`.");
    }

    @Test
    void a_form_is_checked_as_an_object_of_texts() {
        var headers = Map.of("content-type", "application/x-www-form-urlencoded");
        assertThat(
                        OperationCheck.check(
                                operation("form"),
                                new ServiceRequest(
                                        "POST", "https://orders.test/form", headers, "a=x+y&b=1")))
                .isEmpty();
        assertThat(
                        OperationCheck.check(
                                operation("form"),
                                new ServiceRequest(
                                        "POST", "https://orders.test/form", headers, "b=1")))
                .hasSize(1);
    }

    @Test
    void several_segments_may_stand_for_one_parameter() {
        assertThat(
                        OperationCheck.check(
                                operation("drop"),
                                new ServiceRequest(
                                        "DELETE", "https://orders.test/v1/a/b/c", Map.of(), "")))
                .isEmpty();
    }

    @Test
    void a_file_with_mistakes_says_where_they_are() {
        String text =
                """
                service: X
                sources: [{ url: "https://x.test", read: 2026-11-22 }]
                operations:
                  a:
                    source: https://x.test
                    method: GET
                    adress: https://x.test/
                    answers: { ok: {} }
                """;
        assertThat(((ServiceReader.Reading.Refused) ServiceReader.read(text, "x.yaml")).problems())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "x.yaml:7:13: operations.a.adress: `adress` isn't known here.",
                        "x.yaml:4:3: operations.a: `url` is missing or no text.",
                        "x.yaml:8:16: operations.a.answers.ok: the name of an answer starts with its status, such as `404`.");
    }
}
