package dev.arcrun.engine.sandbox;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;

/**
 * How far clocks are from UTC in the zones of the IANA time zone database
 * (https://www.iana.org/time-zones), as this Java knows it. Names are exact; abbreviations are not
 * given, as hosts don't agree on them.
 */
final class ZoneOffsets {
    /** What a local time is in a zone. */
    enum Kind {
        UNIQUE,
        /** Clocks go forward over it: there is no such time. */
        GAP,
        /** Clocks go back over it: it comes twice. */
        OVERLAP
    }

    /** The offset in seconds east of UTC; the earlier one's where the time comes twice or not. */
    record Local(int seconds, Kind kind) {}

    private ZoneOffsets() {}

    /** Seconds east of UTC at a time. */
    static int at(String zone, Instant time) throws HostFailure {
        return rules(zone).getOffset(time).getTotalSeconds();
    }

    static Local of(String zone, LocalDateTime local) throws HostFailure {
        ZoneRules rules = rules(zone);
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change == null) {
            ZoneOffset offset = rules.getOffset(local);
            return new Local(offset.getTotalSeconds(), Kind.UNIQUE);
        }
        return new Local(
                change.getOffsetBefore().getTotalSeconds(),
                change.isGap() ? Kind.GAP : Kind.OVERLAP);
    }

    private static ZoneRules rules(String zone) throws HostFailure {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(zone)) {
            throw new HostFailure(
                    FailureCode.UNKNOWN_TIME_ZONE,
                    "There is no time zone `" + GuestLog.visible(zone) + "`.",
                    "Give a name such as `Asia/Taipei`.");
        }
        return ZoneId.of(zone).getRules();
    }
}
