package dev.arcrun.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrantsTest {
    @Test
    void values_are_wiped_when_the_grants_are_closed() {
        char[] value = "s3cr3t-value".toCharArray();
        Grants grants = Grants.builder().host("a.test").credential("K", value, List.of("a.test")).build();
        assertThat(grants.valueOf("K")).containsExactly("s3cr3t-value".toCharArray());
        assertThat(grants.hostsOf("K")).containsExactly("a.test");
        assertThat(grants.valueOf("other")).isNull();
        assertThat(grants.hostsOf("other")).isEmpty();
        grants.close();
        assertThat(value).containsOnly('\0');
    }

    @Test
    void grants_never_show_a_value() {
        Grants grants = Grants.builder().credential("K", "s3cr3t-value".toCharArray(), List.of("a")).build();
        assertThat(grants.toString()).contains("K").doesNotContain("s3cr3t");
    }

    @Test
    void a_short_value_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> Grants.builder().credential("K", "12345".toCharArray(), List.of()))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("K")
                .hasMessageNotContaining("12345");
    }
}
