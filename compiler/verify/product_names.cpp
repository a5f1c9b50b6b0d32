#include "compiler/verify/product_names.hpp"

#include "compiler/verify/named_words.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace pol::verifying {
namespace {

/// Shorter names would be found in any text.
constexpr std::size_t shortest = 3;

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words;
    for (NamedWord& word : words_in(plain_signs(text, 0, 0))) words.push_back(std::move(word.lower));
    return words;
}

std::size_t letters_in(const std::vector<std::string>& words) {
    std::size_t letters = 0;
    for (const std::string& word : words) letters += word.size();
    return letters;
}

class Spellings {
public:
    explicit Spellings(const ast::Drug& drug) {
        for (const auto& each : drug.codes)
            if (const auto* billing = std::get_if<ast::BillingCode>(&each))
                for (const ast::Name& product : billing->products)
                    if (products_.emplace(product.text, product.span).second) add(product.text, product.text);
    }

    /// What a fact calls its values.
    void add_texts(const ast::FactDeclaration& fact) {
        if (const auto* choice = std::get_if<ast::ChoiceType>(&fact.type))
            for (const ast::ValueDeclaration& value : choice->values)
                if (value.text) add(value.name.text, value.text->text);
        if (const auto* derived = std::get_if<ast::DerivedType>(&fact.type))
            for (const ast::ValueGroup& group : derived->groups)
                if (group.text) add(group.name.text, group.text->text);
    }

    std::vector<ProductSpelling> take() { return std::move(spellings_); }

private:
    void add(const std::string& product, const std::string& text) {
        std::vector<std::string> words = words_of(text);
        const auto known = products_.find(product);
        if (known != products_.end() && letters_in(words) >= shortest)
            spellings_.push_back({std::move(words), product, known->second});
    }

    std::map<std::string, Span> products_;
    std::vector<ProductSpelling> spellings_;
};

bool stands_at(const std::vector<NamedWord>& words, std::size_t at, const std::vector<std::string>& spelling) {
    if (at + spelling.size() > words.size()) return false;
    for (std::size_t i = 0; i < spelling.size(); ++i)
        if (words[at + i].lower != spelling[i]) return false;
    return true;
}

}  // namespace

std::vector<ProductSpelling> product_spellings(const ast::Program& program, const ast::Drug& drug) {
    Spellings spellings(drug);
    const auto add = [&](const ast::FactsBlock& block) {
        for (const ast::FactDeclaration& fact : block.facts)
            if (drug.by && fact.name.text == drug.by->text) spellings.add_texts(fact);
    };
    for (const ast::FactsBlock& block : ast::plan_of(program).facts) add(block);
    for (const ast::File& file : program.facts) add(std::get<ast::FactsFile>(file.declared).facts);
    return spellings.take();
}

std::vector<PrintedProduct> products_in(const PrintedText& text, const std::vector<ProductSpelling>& spellings) {
    const std::vector<NamedWord> words = words_in(text);
    std::vector<PrintedProduct> products;
    for (std::size_t at = 0; at < words.size();) {
        const ProductSpelling* longest = nullptr;
        for (const ProductSpelling& spelling : spellings)
            if (stands_at(words, at, spelling.words) &&
                (longest == nullptr || spelling.words.size() > longest->words.size()))
                longest = &spelling;
        if (longest != nullptr) products.push_back({longest->product, words[at].span});
        at += longest != nullptr ? longest->words.size() : 1;
    }
    return products;
}

}  // namespace pol::verifying
