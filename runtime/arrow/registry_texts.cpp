#include "runtime/arrow/registry_columns.hpp"

#include <string>
#include <utility>

namespace pol::arrow {

namespace {

std::string_view view(Text text) { return {text.data, text.size}; }

constexpr std::string_view system_names[] = {"hcpcs", "cpt", "icd10cm", "ndc"};

/// An NDC by its eleven digits, as claims write it; one of twelve, as from 2033, in groups, as requests take it.
std::string written_ndc(std::uint64_t key) {
    constexpr std::size_t digits = 11;
    constexpr std::size_t behind_labeler = 6, behind_product = 2;
    std::string text = std::to_string(key);
    if (text.size() < digits) return std::string(digits - text.size(), '0') + text;
    if (text.size() == digits) return text;
    text.insert(text.size() - behind_product, "-");
    text.insert(text.size() - behind_labeler - 1, "-");
    return text;
}

/// As a column of addresses takes it.
std::string written(Code code) {
    if (code.system == CodeSystem::ndc) return written_ndc(code.key);
    std::string text;
    for (std::uint64_t key = code.key; key > 0; key /= detail::code_base) {
        const auto symbol = static_cast<int>(key % detail::code_base);
        text.insert(text.begin(), static_cast<char>(symbol > 10 ? 'A' + symbol - 11 : '0' + symbol - 1));
    }
    return text;
}

/// A day, or null where there is no bound.
void add_bound(DayRows& column, Date day, Date unbounded) {
    if (day == unbounded)
        column.add_null();
    else
        column.add(day);
}

/// A code that a text lists, and the days on which it does.
struct CodeOfText {
    Code code;
    DateRange valid;
};

std::vector<std::vector<CodeOfText>> codes_by_text(const Registry& registry) {
    std::vector<std::vector<CodeOfText>> codes(registry.texts.size);
    for (const ListedCode& code : registry.codes)
        for (std::uint32_t i = code.first; i < code.first + code.count; ++i)
            codes[registry.listings[i].text].push_back({code.code, registry.listings[i].valid});
    return codes;
}

BuiltArray codes_column(const Registry& registry) {
    TextRows system(registry.listings.size), code(registry.listings.size);
    DayRows from(registry.listings.size), through(registry.listings.size);
    ListRows lists(registry.texts.size);
    std::size_t count = 0;
    for (const std::vector<CodeOfText>& of_text : codes_by_text(registry)) {
        for (const CodeOfText& each : of_text) {
            system.add(system_names[static_cast<int>(each.code.system)]);
            code.add(written(each.code));
            add_bound(from, each.valid.first, any_day.first);
            add_bound(through, each.valid.last, any_day.last);
        }
        count += of_text.size();
        lists.add(count);
    }
    std::vector<BuiltArray> columns;
    columns.push_back(std::move(system).built());
    columns.push_back(std::move(code).built());
    columns.push_back(std::move(from).built());
    columns.push_back(std::move(through).built());
    return std::move(lists).built(built_structure(static_cast<std::int64_t>(count), std::move(columns)));
}

/// The columns of a text itself.
struct TextsTable {
    explicit TextsTable(std::size_t rows)
        : policy(rows),
          name(rows),
          title(rows),
          selected_by(rows),
          hash(rows),
          compiler(rows),
          from(rows),
          through(rows),
          answers_from(rows),
          answers_through(rows) {}

    TextRows policy, name, title, selected_by, hash, compiler;
    DayRows from, through, answers_from, answers_through;

    void add(const RegisteredText& text) {
        const PolicyDescription& description = *text.policy().description;
        policy.add(view(description.number));
        name.add(view(description.name));
        title.add(view(description.title));
        from.add(text.in_force.first);
        add_bound(through, text.in_force.last, any_day.last);
        add_bound(answers_from, text.answers.first, any_day.first);
        add_bound(answers_through, text.answers.last, any_day.last);
        selected_by.add(view(description.facts[index_of(text.selected_by)].name));
        hash.add(view(description.hash));
        compiler.add(view(description.compiler));
    }

    [[nodiscard]] std::vector<BuiltArray> columns() && {
        std::vector<BuiltArray> columns;
        for (TextRows* column : {&policy, &name, &title}) columns.push_back(std::move(*column).built());
        for (DayRows* column : {&from, &through, &answers_from, &answers_through})
            columns.push_back(std::move(*column).built());
        for (TextRows* column : {&selected_by, &hash, &compiler}) columns.push_back(std::move(*column).built());
        return columns;
    }
};

}  // namespace

std::vector<ColumnType> text_columns() {
    return {
        {"policy", "u", false},
        {"name", "u", false},
        {"title", "u", false},
        {"text_from", "tdD", false},
        {"text_through", "tdD"},
        {"answers_from", "tdD"},
        {"answers_through", "tdD"},
        {"selected_by", "u", false},
        {"hash", "u", false},
        {"compiler", "u", false},
        list_column("codes",
                    structure_column(
                        "item", {{"system", "u", false}, {"code", "u", false}, {"from", "tdD"}, {"through", "tdD"}}))};
}

BuiltArray built_texts(const Registry& registry) {
    TextsTable table(registry.texts.size);
    for (const RegisteredText& text : registry.texts) table.add(text);
    std::vector<BuiltArray> columns = std::move(table).columns();
    columns.push_back(codes_column(registry));
    return built_structure(registry.texts.size, std::move(columns));
}

}  // namespace pol::arrow
