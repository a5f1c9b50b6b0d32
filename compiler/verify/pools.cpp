#include "compiler/verify/pools.hpp"

#include "compiler/verify/figures.hpp"

#include <set>
#include <string>

namespace pol::verifying {
namespace {

/// Collects what clauses record, each clause and each name once.
class Pool {
public:
    explicit Pool(const Comparison& comparison) : comparison_(comparison) {}

    void add(std::size_t clause, bool with_references) {
        const Clause& added = comparison_.clauses[clause];
        if (!clauses_.insert({clause, with_references}).second) return;
        add_written(added.own);
        figures_.insert(figures_.end(), added.elsewhere.begin(), added.elsewhere.end());
        if (!with_references) return;
        for (const ast::ItemRange& range : added.references)
            for (const std::size_t other : clauses_in(comparison_.clauses, range, added.block)) add(other, false);
    }

    std::vector<Figure> figures() { return std::move(figures_); }

private:
    void add_written(const Written& written) {
        figures_.insert(figures_.end(), written.figures.begin(), written.figures.end());
        for (const std::string& name : written.names) add_name(name);
    }

    void add_name(const std::string& name) {
        if (!names_.insert(name).second) return;
        for (Figure& figure : figures_of(plain_signs(name_in_capitals(name), 0, 0)))
            figures_.push_back(std::move(figure));
        const auto meaning = comparison_.definitions.find(name);
        if (meaning != comparison_.definitions.end()) add_written(meaning->second);
    }

    const Comparison& comparison_;
    std::vector<Figure> figures_;
    std::set<std::pair<std::size_t, bool>> clauses_;
    std::set<std::string> names_;
};

/// Whether a clause is compared with an item of its own.
bool has_item(const Comparison& comparison, std::size_t clause) {
    return comparison.alignment.item_of[clause] != nowhere;
}

void add_item_text(const Comparison& comparison, std::size_t clause, std::vector<const PrintedText*>& texts) {
    if (has_item(comparison, clause))
        texts.push_back(&comparison.document.items[comparison.alignment.item_of[clause]].text);
}

}  // namespace

std::vector<Figure> recorded_for(const Comparison& comparison, std::size_t clause) {
    Pool pool(comparison);
    const std::vector<Clause>& clauses = comparison.clauses;
    for (std::size_t at = clause; at != nowhere; at = clauses[at].parent) pool.add(at, true);
    std::size_t next = clause + 1;
    for (; next < clauses.size() && is_below(clauses, next, clause); ++next) pool.add(next, true);
    for (; next < clauses.size() && clauses[next].label.empty(); ++next) pool.add(next, true);
    return pool.figures();
}

std::size_t item_before(const Comparison& comparison, std::size_t clause) {
    for (std::size_t at = clause + 1; at-- > 0;)
        if (has_item(comparison, at)) return comparison.alignment.item_of[at];
    return nowhere;
}

std::vector<const PrintedText*> texts_for(const Comparison& comparison, std::size_t clause) {
    const std::vector<Clause>& clauses = comparison.clauses;
    std::vector<const PrintedText*> texts;
    for (std::size_t at = clause; at != nowhere; at = clauses[at].parent) add_item_text(comparison, at, texts);
    for (std::size_t at = clause + 1; at < clauses.size() && is_below(clauses, at, clause); ++at)
        add_item_text(comparison, at, texts);
    if (!clauses[clause].label.empty()) return texts;
    const std::size_t item = item_before(comparison, clause);
    if (item != nowhere) texts.push_back(&comparison.document.items[item].text);
    texts.push_back(&comparison.document.before_items);
    return texts;
}

}  // namespace pol::verifying
