package newsindex.analysis;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ckb.SoraniNormalizationFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.miscellaneous.TrimFilter;
import org.apache.lucene.analysis.reverse.ReverseStringFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * Registers, under the names, parameters and defaults of Elasticsearch's module {@code analysis-common}, the
 * components of it that newsindex uses. The server on Maven Central comes without that module, though with the
 * Lucene classes behind it; a full cluster has the module, so the same index settings run on both.
 */
public final class StockAnalysisPlugin extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<CharFilterFactory>> getCharFilters() {
        return Map.of(
            "mapping", AnalysisPlugin.requiresAnalysisSettings(CharFilters::mapping),
            "pattern_replace", AnalysisPlugin.requiresAnalysisSettings(CharFilters::patternReplace));
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of(
            "keyword", (index, environment, name, settings) -> {
                int bufferSize = settings.getAsInt("buffer_size", KeywordTokenizer.DEFAULT_BUFFER_SIZE);
                return TokenizerFactory.newFactory(name, () -> new KeywordTokenizer(bufferSize));
            },
            "whitespace", (index, environment, name, settings) -> {
                int longest = settings.getAsInt("max_token_length", StandardAnalyzer.DEFAULT_MAX_TOKEN_LENGTH);
                return TokenizerFactory.newFactory(
                    name, () -> new WhitespaceTokenizer(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, longest));
            });
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.ofEntries(
            entry("arabic_normalization", TokenFilters.normalizing(ArabicNormalizationFilter::new)),
            entry("persian_normalization", TokenFilters.normalizing(PersianNormalizationFilter::new)),
            entry("sorani_normalization", TokenFilters.normalizing(SoraniNormalizationFilter::new)),
            entry("decimal_digit", TokenFilters.normalizing(DecimalDigitFilter::new)),
            entry("trim", TokenFilters.normalizing(TrimFilter::new)),
            entry("asciifolding", TokenFilters::asciiFolding),
            entry("pattern_replace", AnalysisPlugin.requiresAnalysisSettings(TokenFilters::patternReplace)),
            entry("stemmer", TokenFilters::stemmer),
            entry("keyword_marker", AnalysisPlugin.requiresAnalysisSettings(TokenFilters::keywordMarker)),
            entry("length", TokenFilters::length),
            entry("edge_ngram", TokenFilters::edgeNgram),
            entry("unique", TokenFilters::unique),
            entry("remove_duplicates", TokenFilters.plain(RemoveDuplicatesTokenFilter::new)),
            entry("reverse", TokenFilters.plain(ReverseStringFilter::new)));
    }

    /** {@code keyword_repeat} has no parameters in the stock module and is known there by its name only. */
    @Override
    public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
        return List.of(PreConfiguredTokenFilter.singleton("keyword_repeat", false, KeywordRepeatFilter::new));
    }
}
