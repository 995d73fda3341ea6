package dev.arcrun.engine.document;

import dev.arcrun.engine.document.Problem.QuickFix;
import dev.arcrun.engine.document.yaml.YamlNode;
import dev.arcrun.engine.recipe.CronExpression;
import dev.arcrun.engine.recipe.CronSyntaxException;
import dev.arcrun.engine.recipe.Spelling;
import dev.arcrun.engine.recipe.Trigger;
import dev.arcrun.engine.value.Json;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What starts a deployed recipe. RECIPE.md, section 1. */
final class TriggerReader {
    private static final String UTC = "UTC";
    private static final Set<String> CRON_KEYS = Set.of("cron", "timezone", "overlap");
    private static final Set<String> WEBHOOK_ITEM_KEYS = Set.of("webhook");
    private static final Set<String> WEBHOOK_KEYS = Set.of("public", "verify");
    private static final Set<String> VERIFY_KEYS = Set.of("style", "secret");

    private final Findings findings;

    TriggerReader(Findings findings) {
        this.findings = findings;
    }

    List<Trigger> read(YamlNode.@Nullable Sequence list) {
        List<Trigger> triggers = new ArrayList<>();
        List<YamlNode> items = list == null ? List.of() : list.items();
        for (int i = 0; i < items.size(); i++) {
            Trigger trigger = trigger(items.get(i), "triggers[" + i + "]");
            if (trigger != null) {
                triggers.add(trigger);
            }
        }
        return triggers;
    }

    /** {@code component: cron} with {@code cron_expr}, as Arcrun writes it: a schedule in UTC. */
    @Nullable Trigger ofNode(YamlNode.Mapping config, String node) {
        Fields fields = new Fields(config, node, findings);
        String expression = fields.text("cron_expr");
        YamlNode at = fields.node("cron_expr");
        return expression == null || at == null ? null : inUtc(expression, at);
    }

    /** A schedule in UTC, or null and a problem at the node. */
    @Nullable Trigger inUtc(String expression, YamlNode at) {
        return cron(expression, at, UTC, false);
    }

    private @Nullable Trigger trigger(YamlNode item, String where) {
        YamlNode found = YamlNode.resolve(item);
        if (found instanceof YamlNode.Mapping mapping) {
            if (mapping.get("cron") != null) {
                return cron(new Fields(mapping, where, findings));
            }
            if (mapping.get("webhook") != null) {
                return webhook(new Fields(mapping, where, findings), where);
            }
        }
        findings.add(ProblemCode.TRIGGER_UNKNOWN, item, where);
        return null;
    }

    private @Nullable Trigger cron(Fields fields) {
        fields.checkKeys(CRON_KEYS);
        String expression = fields.text("cron");
        YamlNode at = fields.node("cron");
        String zone = fields.text("timezone");
        YamlNode zoneAt = fields.node("timezone");
        if (zone != null && zoneAt != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
            unknownZone(zone, zoneAt);
            zone = null;
        }
        boolean overlap = fields.truth("overlap", false);
        return expression == null || at == null
                ? null
                : cron(expression, at, zone == null ? UTC : zone, overlap);
    }

    private @Nullable Trigger cron(String expression, YamlNode at, String zone, boolean overlap) {
        try {
            CronExpression.parse(expression);
        } catch (CronSyntaxException e) {
            String hint = findings.messages().text("cron.field." + e.field(), e.text());
            findings.add(ProblemCode.CRON_INVALID, at, expression, hint);
            return null;
        }
        return new Trigger.Cron(expression, zone, overlap);
    }

    private void unknownZone(String zone, YamlNode at) {
        String meant = Spelling.nearest(zone, new TreeSet<>(ZoneId.getAvailableZoneIds()));
        List<QuickFix> fixes = List.of();
        String hint = findings.messages().text("hint.zones");
        if (meant != null) {
            hint = findings.messages().text("hint.meant", meant);
            Edit edit = new Edit.ReplaceText(at.content(), at.end(), meant);
            fixes = List.of(findings.fix("fix.replace", List.of(edit), zone, meant));
        }
        findings.add(ProblemCode.TIMEZONE_UNKNOWN, findings.place(at), fixes, zone, hint);
    }

    private Trigger webhook(Fields item, String where) {
        item.checkKeys(WEBHOOK_ITEM_KEYS);
        YamlNode node = item.node("webhook");
        boolean bare = node instanceof YamlNode.Scalar && Fields.data(node).equals(Json.TRUE);
        YamlNode.Mapping mapping = bare ? null : item.mapping("webhook");
        if (mapping == null) {
            return new Trigger.Webhook(false, null, null);
        }
        Fields webhook = new Fields(mapping, where + ".webhook", findings);
        webhook.checkKeys(WEBHOOK_KEYS);
        boolean open = webhook.truth("public", false);
        YamlNode.Mapping verify = webhook.mapping("verify");
        if (verify == null) {
            return new Trigger.Webhook(open, null, null);
        }
        Fields signature = new Fields(verify, where + ".webhook.verify", findings);
        signature.checkKeys(VERIFY_KEYS);
        return new Trigger.Webhook(open, signature.text("style"), signature.text("secret"));
    }
}
