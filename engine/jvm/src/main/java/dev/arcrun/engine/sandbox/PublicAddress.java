package dev.arcrun.engine.sandbox;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the open internet from those of this machine, its network, and special
 * purposes. IANA special-purpose address registries (RFC 6890 and its updates).
 */
final class PublicAddress {
    private record Block(int start, int bits) {
        static Block of(int a, int b, int c, int d, int bits) {
            return new Block(a << 24 | b << 16 | c << 8 | d, bits);
        }

        boolean holds(int address) {
            int mask = -1 << (32 - bits);
            return (address & mask) == start;
        }
    }

    private static final List<Block> SPECIAL =
            List.of(
                    Block.of(0, 0, 0, 0, 8),
                    Block.of(10, 0, 0, 0, 8),
                    Block.of(100, 64, 0, 0, 10),
                    Block.of(127, 0, 0, 0, 8),
                    // The host of a virtual machine on Azure, reachable under a public number.
                    Block.of(168, 63, 129, 16, 32),
                    Block.of(169, 254, 0, 0, 16),
                    Block.of(172, 16, 0, 0, 12),
                    Block.of(192, 0, 0, 0, 24),
                    Block.of(192, 0, 2, 0, 24),
                    Block.of(192, 88, 99, 0, 24),
                    Block.of(192, 168, 0, 0, 16),
                    Block.of(198, 18, 0, 0, 15),
                    Block.of(198, 51, 100, 0, 24),
                    Block.of(203, 0, 113, 0, 24),
                    Block.of(224, 0, 0, 0, 4),
                    Block.of(240, 0, 0, 0, 4));

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        return switch (address) {
            case Inet4Address v4 -> isPublic(v4(v4.getAddress(), 0));
            case Inet6Address v6 -> isPublic(v6.getAddress());
            default -> false;
        };
    }

    private static boolean isPublic(int v4) {
        return SPECIAL.stream().noneMatch(block -> block.holds(v4));
    }

    /** Of IPv6 only 2000::/3 is handed out, and the prefix that carries IPv4 (RFC 6052). */
    private static boolean isPublic(byte[] v6) {
        if (startsWith(v6, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return isPublic(v4(v6, 12));
        }
        boolean global = (v6[0] & 0xe0) == 0x20;
        boolean documentation =
                startsWith(v6, 0x20, 0x01, 0x0d, 0xb8) || startsWith(v6, 0x3f, 0xff);
        boolean protocols = startsWith(v6, 0x20, 0x01) && (v6[2] & 0xfe) == 0;
        boolean sixToFour = startsWith(v6, 0x20, 0x02);
        return global && !documentation && !protocols && (!sixToFour || isPublic(v4(v6, 2)));
    }

    private static int v4(byte[] bytes, int at) {
        return (bytes[at] & 255) << 24
                | (bytes[at + 1] & 255) << 16
                | (bytes[at + 2] & 255) << 8
                | (bytes[at + 3] & 255);
    }

    private static boolean startsWith(byte[] address, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((address[i] & 255) != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
