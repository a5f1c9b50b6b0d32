#include "compiler/compare/stated.hpp"

#include "compiler/interpret/quantities.hpp"

#include <fmt/format.h>

namespace pol::comparison {

namespace {

class Stated {
public:
    Stated(const Texts& texts, const model::Policy& older, const model::Policy& newer)
        : texts_(texts), older_(older), newer_(newer) {}

    [[nodiscard]] std::vector<std::string> run() && {
        for (std::size_t i = 0; i < texts_.vocabulary.facts.size(); ++i) compare(texts_.vocabulary.facts[i], i);
        return std::move(sentences_);
    }

private:
    template <class... Parts>
    void say(fmt::format_string<Parts...> words, Parts&&... parts) {
        sentences_.push_back(fmt::format(words, std::forward<Parts>(parts)...));
    }

    void compare(const JointFact& joint, std::size_t index) {
        if (!joint.in_old) return say("`{}` is new", texts_.newer.facts[index].name);
        if (!joint.in_new) return say("`{}` is gone", texts_.newer.facts[index].name);
        const model::Fact& one = older_.facts[*joint.in_old];
        const model::Fact& two = newer_.facts[*joint.in_new];
        if (one.name != two.name) say("`{}` is called `{}` now", one.name, two.name);
        for (const JointValue& value : joint.values) compare_value(two.name, one, value);
        const bool same_bounds = same_amount(one.least, two.least) && same_amount(one.most, two.most);
        const bool has_bounds = two.type == FactType::number || two.type == FactType::measurement;
        if (has_bounds && two.notation == Notation::amount && !same_bounds)
            say("`{}` lies between {} and {} now; it lay between {} and {}", two.name, decimal_words(two.least),
                decimal_words(two.most), decimal_words(one.least), decimal_words(one.most));
        if (one.source != two.source)
            say("`{}` comes from the {} now", two.name, two.source == FactSource::plan ? "plan" : "provider");
    }

    void compare_value(const std::string& fact, const model::Fact& one, const JointValue& value) {
        if (!value.in_old)
            return say("`{}` can be `{}` now, which no rule of the old text names", fact, value.value.name);
        if (!value.in_new)
            return say("`{}` cannot be `{}` any more; no rule of the new text names it", fact, value.value.name);
        const std::string& before = one.values[*value.in_old].name;
        if (before != value.value.name) say("`{}` `{}` is called `{}` now", fact, before, value.value.name);
    }

    const Texts& texts_;
    const model::Policy& older_;
    const model::Policy& newer_;
    std::vector<std::string> sentences_;
};

}  // namespace

std::vector<std::string> changes_of_what_is_stated(const Texts& texts, const model::Policy& older,
                                                   const model::Policy& newer) {
    return Stated(texts, older, newer).run();
}

}  // namespace pol::comparison
