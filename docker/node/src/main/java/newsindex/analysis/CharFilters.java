package newsindex.analysis;

import java.io.Reader;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.common.Strings;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.NormalizingCharFilterFactory;

/** The char filters; both also run in normalizers, as the stock ones do. */
final class CharFilters {

    private CharFilters() {}

    /** {@code mappings} (or {@code mappings_path}): rules {@code source => target}. */
    static CharFilterFactory mapping(IndexSettings index, Environment environment, String name, Settings settings) {
        List<String> rules = Analysis.getWordList(environment, settings, "mappings");
        if (rules == null) {
            throw new IllegalArgumentException("mapping requires either `mappings` or `mappings_path` to be configured");
        }
        NormalizeCharMap.Builder builder = new NormalizeCharMap.Builder();
        for (String rule : rules) {
            // The last arrow divides, so that a source may hold one.
            int arrow = rule.lastIndexOf("=>");
            if (arrow < 0) {
                throw new IllegalArgumentException("Invalid Mapping Rule : [" + rule + "]");
            }
            builder.add(unescape(rule.substring(0, arrow).trim()), unescape(rule.substring(arrow + 2).trim()));
        }
        NormalizeCharMap map = builder.build();
        return factory(name, reader -> new MappingCharFilter(map, reader));
    }

    /** {@code pattern}, {@code flags}, {@code replacement}. */
    static CharFilterFactory patternReplace(IndexSettings index, Environment environment, String name, Settings settings) {
        String expression = settings.get("pattern");
        if (Strings.hasLength(expression) == false) {
            throw new IllegalArgumentException("pattern is missing for [" + name + "] char filter of type 'pattern_replace'");
        }
        Pattern pattern = Regex.compile(expression, settings.get("flags"));
        String replacement = settings.get("replacement", "");
        return factory(name, reader -> new PatternReplaceCharFilter(pattern, replacement, reader));
    }

    /** Backslash escapes of a mapping rule: {@code \\ \n \t \r \b \f} and four hexadecimal digits after {@code u}. */
    private static String unescape(String side) {
        StringBuilder out = new StringBuilder(side.length());
        for (int i = 0; i < side.length(); i++) {
            char c = side.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (++i == side.length()) {
                throw new IllegalArgumentException("Invalid escaped char in [" + side + "]");
            }
            switch (side.charAt(i)) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'u' -> {
                    if (i + 4 >= side.length()) {
                        throw new IllegalArgumentException("Invalid escaped char in [" + side + "]");
                    }
                    out.append((char) Integer.parseInt(side.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> out.append(side.charAt(i));
            }
        }
        return out.toString();
    }

    private static CharFilterFactory factory(String name, UnaryOperator<Reader> filter) {
        return new NormalizingCharFilterFactory() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Reader create(Reader reader) {
                return filter.apply(reader);
            }
        };
    }
}
