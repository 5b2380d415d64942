package newsindex.analysis;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.ckb.SoraniStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.PatternKeywordMarkerFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.ngram.EdgeNGramTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.elasticsearch.common.regex.Regex;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.index.IndexSettings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.Analysis;
import org.elasticsearch.index.analysis.NormalizingTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/** The token filters that take parameters, and the two shapes of those that take none. */
final class TokenFilters {

    /** The languages that Arabic news quotes; each name builds the same Lucene filter as in the stock module. */
    private static final Map<String, UnaryOperator<TokenStream>> STEMMERS = Map.ofEntries(
        entry("arabic", ArabicStemFilter::new),
        entry("persian", PersianStemFilter::new),
        entry("sorani", SoraniStemFilter::new),
        entry("turkish", in -> new SnowballFilter(in, new TurkishStemmer())),
        entry("english", PorterStemFilter::new),
        entry("porter", PorterStemFilter::new),
        entry("porter2", in -> new SnowballFilter(in, new EnglishStemmer())),
        entry("light_english", KStemFilter::new),
        entry("minimal_english", EnglishMinimalStemFilter::new),
        entry("possessive_english", EnglishPossessiveFilter::new),
        entry("french", in -> new SnowballFilter(in, new FrenchStemmer())),
        entry("light_french", FrenchLightStemFilter::new),
        entry("minimal_french", FrenchMinimalStemFilter::new));

    private TokenFilters() {}

    /** A filter without parameters. */
    static AnalysisProvider<TokenFilterFactory> plain(UnaryOperator<TokenStream> filter) {
        return (index, environment, name, settings) -> new Plain(name, filter);
    }

    /** A filter without parameters that maps token to token, so that normalizers and wildcard terms run it too. */
    static AnalysisProvider<TokenFilterFactory> normalizing(UnaryOperator<TokenStream> filter) {
        return (index, environment, name, settings) -> new Normalizing(name, filter, filter);
    }

    /** {@code preserve_original}; a normalizer must give one token, so there it never keeps the original. */
    static TokenFilterFactory asciiFolding(IndexSettings index, Environment environment, String name, Settings settings) {
        boolean keep = settings.getAsBoolean("preserve_original", false);
        return new Normalizing(name, in -> new ASCIIFoldingFilter(in, keep), ASCIIFoldingFilter::new);
    }

    /** {@code pattern}, {@code flags}, {@code replacement}, {@code all}. */
    static TokenFilterFactory patternReplace(IndexSettings index, Environment environment, String name, Settings settings) {
        String expression = settings.get("pattern");
        if (expression == null) {
            throw new IllegalArgumentException("pattern is missing for [" + name + "] token filter of type 'pattern_replace'");
        }
        Pattern pattern = Regex.compile(expression, settings.get("flags"));
        String replacement = settings.get("replacement", "");
        boolean all = settings.getAsBoolean("all", true);
        UnaryOperator<TokenStream> filter = in -> new PatternReplaceFilter(in, pattern, replacement, all);
        return new Normalizing(name, filter, filter);
    }

    /** {@code language}, or its older spelling {@code name}; Porter's English stemmer without either. */
    static TokenFilterFactory stemmer(IndexSettings index, Environment environment, String name, Settings settings) {
        String language = settings.get("language", settings.get("name", "porter"));
        UnaryOperator<TokenStream> filter = STEMMERS.get(language.toLowerCase(Locale.ROOT));
        if (filter == null) {
            throw new IllegalArgumentException("The local node has no stemmer for the language [" + language + "] of token filter ["
                + name + "]; it has " + new TreeSet<>(STEMMERS.keySet()) + ". Use one of these, or a full Elasticsearch cluster.");
        }
        return new Plain(name, filter);
    }

    /** {@code keywords} or {@code keywords_path} with {@code ignore_case}, or else {@code keywords_pattern}. */
    static TokenFilterFactory keywordMarker(IndexSettings index, Environment environment, String name, Settings settings) {
        String expression = settings.get("keywords_pattern");
        Set<?> words = Analysis.getWordSet(environment, settings, "keywords");
        if (expression != null) {
            if (words != null) {
                throw new IllegalArgumentException("cannot specify both `keywords_pattern` and `keywords` or `keywords_path`");
            }
            Pattern pattern = Pattern.compile(expression);
            return new Plain(name, in -> new PatternKeywordMarkerFilter(in, pattern));
        }
        if (words == null) {
            throw new IllegalArgumentException(
                "keyword filter requires either `keywords`, `keywords_path`, or `keywords_pattern` to be configured");
        }
        CharArraySet keywords = new CharArraySet(words, settings.getAsBoolean("ignore_case", false));
        return new Plain(name, in -> new SetKeywordMarkerFilter(in, keywords));
    }

    /** {@code min}, {@code max}. */
    static TokenFilterFactory length(IndexSettings index, Environment environment, String name, Settings settings) {
        int min = settings.getAsInt("min", 0);
        int max = settings.getAsInt("max", Integer.MAX_VALUE);
        return new Plain(name, in -> new LengthFilter(in, min, max));
    }

    /** {@code min_gram}, {@code max_gram}, {@code side}, {@code preserve_original}. */
    static TokenFilterFactory edgeNgram(IndexSettings index, Environment environment, String name, Settings settings) {
        int min = settings.getAsInt("min_gram", 1);
        int max = settings.getAsInt("max_gram", 2);
        boolean keep = settings.getAsBoolean("preserve_original", false);
        UnaryOperator<TokenStream> front = in -> new EdgeNGramTokenFilter(in, min, max, keep);
        UnaryOperator<TokenStream> filter = switch (settings.get("side", "front")) {
            case "front" -> front;
            case "back" -> in -> new ReverseStringFilter(front.apply(new ReverseStringFilter(in)));
            default -> throw new IllegalArgumentException("invalid side: " + settings.get("side"));
        };
        return new Plain(name, filter) {
            @Override
            public boolean breaksFastVectorHighlighter() {
                return true;
            }
        };
    }

    /** {@code only_on_same_position}. */
    static TokenFilterFactory unique(IndexSettings index, Environment environment, String name, Settings settings) {
        boolean samePosition = settings.getAsBoolean("only_on_same_position", false);
        return new Plain(name, in -> new UniqueFilter(in, samePosition));
    }

    private static class Plain extends AbstractTokenFilterFactory {
        private final UnaryOperator<TokenStream> filter;

        Plain(String name, UnaryOperator<TokenStream> filter) {
            super(name);
            this.filter = filter;
        }

        @Override
        public TokenStream create(TokenStream in) {
            return filter.apply(in);
        }
    }

    private static final class Normalizing extends Plain implements NormalizingTokenFilterFactory {
        private final UnaryOperator<TokenStream> normalizer;

        Normalizing(String name, UnaryOperator<TokenStream> filter, UnaryOperator<TokenStream> normalizer) {
            super(name, filter);
            this.normalizer = normalizer;
        }

        @Override
        public TokenStream normalize(TokenStream in) {
            return normalizer.apply(in);
        }
    }
}
