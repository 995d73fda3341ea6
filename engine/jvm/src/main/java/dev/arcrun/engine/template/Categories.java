package dev.arcrun.engine.template;

import java.util.Map;

/** The general categories of Unicode that an I-Regexp may name, as bits. */
final class Categories {
    private static final Map<String, Integer> BITS =
            Map.ofEntries(
                    Map.entry("Lu", bit(Character.UPPERCASE_LETTER)),
                    Map.entry("Ll", bit(Character.LOWERCASE_LETTER)),
                    Map.entry("Lt", bit(Character.TITLECASE_LETTER)),
                    Map.entry("Lm", bit(Character.MODIFIER_LETTER)),
                    Map.entry("Lo", bit(Character.OTHER_LETTER)),
                    Map.entry("Mn", bit(Character.NON_SPACING_MARK)),
                    Map.entry("Mc", bit(Character.COMBINING_SPACING_MARK)),
                    Map.entry("Me", bit(Character.ENCLOSING_MARK)),
                    Map.entry("Nd", bit(Character.DECIMAL_DIGIT_NUMBER)),
                    Map.entry("Nl", bit(Character.LETTER_NUMBER)),
                    Map.entry("No", bit(Character.OTHER_NUMBER)),
                    Map.entry("Pc", bit(Character.CONNECTOR_PUNCTUATION)),
                    Map.entry("Pd", bit(Character.DASH_PUNCTUATION)),
                    Map.entry("Ps", bit(Character.START_PUNCTUATION)),
                    Map.entry("Pe", bit(Character.END_PUNCTUATION)),
                    Map.entry("Pi", bit(Character.INITIAL_QUOTE_PUNCTUATION)),
                    Map.entry("Pf", bit(Character.FINAL_QUOTE_PUNCTUATION)),
                    Map.entry("Po", bit(Character.OTHER_PUNCTUATION)),
                    Map.entry("Zs", bit(Character.SPACE_SEPARATOR)),
                    Map.entry("Zl", bit(Character.LINE_SEPARATOR)),
                    Map.entry("Zp", bit(Character.PARAGRAPH_SEPARATOR)),
                    Map.entry("Sm", bit(Character.MATH_SYMBOL)),
                    Map.entry("Sc", bit(Character.CURRENCY_SYMBOL)),
                    Map.entry("Sk", bit(Character.MODIFIER_SYMBOL)),
                    Map.entry("So", bit(Character.OTHER_SYMBOL)),
                    Map.entry("Cc", bit(Character.CONTROL)),
                    Map.entry("Cf", bit(Character.FORMAT)),
                    Map.entry("Cn", bit(Character.UNASSIGNED)),
                    Map.entry("Co", bit(Character.PRIVATE_USE)));
    private static final String MAJOR = "LMNPZSC";

    private Categories() {}

    /** The bits of {@code Lu} or, all together, of {@code L}; 0 where there is no such category. */
    static int bits(String name) {
        if (name.length() != 1 || MAJOR.indexOf(name.charAt(0)) < 0) {
            return BITS.getOrDefault(name, 0);
        }
        int all = name.equals("C") ? bit(Character.SURROGATE) : 0;
        for (Map.Entry<String, Integer> category : BITS.entrySet()) {
            all |= category.getKey().startsWith(name) ? category.getValue() : 0;
        }
        return all;
    }

    private static int bit(byte category) {
        return 1 << category;
    }
}
