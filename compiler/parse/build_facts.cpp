// Facts, lists of entries and derived facts.

#include "compiler/parse/build.hpp"

#include <cassert>
#include <utility>

namespace pol::parse_detail {
namespace {

/// Phrase and attributes of a fact, in their order: `not in document` belongs to the code before it, if there is one.
void add_fact_attribute(const Build& build, const Node& node, ast::FactDeclaration& fact, bool& behind_code) {
    switch (node.kind) {
        case Kind::ask:
            if (fact.ask) stated_twice(build, node.span, "the question of `" + fact.name.text + "`");
            fact.ask = build_text(build, node.children.front());
            break;
        case Kind::phrase:
            if (fact.phrase) stated_twice(build, node.span, "the phrase of `" + fact.name.text + "`");
            fact.phrase = build_text(build, node.children.front());
            break;
        case Kind::implies:
            for (ast::Name& name : build_names(build, node)) fact.implies.push_back(std::move(name));
            break;
        case Kind::code_attribute:
            fact.codes.push_back({build_name(build, node.children[0]), build_name(build, node.children[1]),
                                  build_name(build, node.children[2]), std::nullopt});
            break;
        case Kind::not_before:
            if (fact.not_before) stated_twice(build, node.span, "`not before` of `" + fact.name.text + "`");
            fact.not_before = build_name(build, node.children.front());
            break;
        case Kind::not_in_document: {
            std::optional<ast::Text>& source = behind_code ? fact.codes.back().not_in_document : fact.not_in_document;
            if (source) stated_twice(build, node.span, "the source of `" + fact.name.text + "`");
            source = build_text(build, node.children.front());
            break;
        }
        default:
            return;
    }
    behind_code = node.kind == Kind::code_attribute;
    fact.span = join(fact.span, node.span);
}

ast::ChoiceType choice_type(const Build& build, const Node& node) {
    ast::ChoiceType choice{{}, node.kind == Kind::scale_type, false};
    for (const Node& value : node.children) {
        ast::ValueDeclaration declaration{build_name(build, value.children.front()), std::nullopt};
        if (value.children.size() > 1) declaration.text = build_text(build, value.children.back());
        choice.values.push_back(std::move(declaration));
    }
    return choice;
}

ast::NumberType number_type(const Build& build, const Node& node) {
    ast::NumberType number;
    number.measured = node.kind == Kind::measured_type;
    if (const Node* unit = find_child(node, Kind::unit)) number.unit = build_name(build, *unit);
    if (const Node* bounds = find_child(node, Kind::bounds)) {
        number.between = {build_decimal(build, bounds->children.front()),
                          build_decimal(build, bounds->children.back())};
    }
    return number;
}

ast::FactType fact_type(const Build& build, const Node& node);

/// `measured` and the type of what is found.
ast::FactType measured_choice(const Build& build, const Node& node) {
    ast::FactType type = fact_type(build, node.children.front());
    if (auto* yes_no = std::get_if<ast::YesNoType>(&type)) yes_no->measured = true;
    if (auto* choice = std::get_if<ast::ChoiceType>(&type)) choice->measured = true;
    return type;
}

ast::FactType fact_type(const Build& build, const Node& node) {
    switch (node.kind) {
        case Kind::measured_choice:
            return measured_choice(build, node);
        case Kind::code_type:
            return ast::CodeType{build_name(build, node.children.front())};
        case Kind::one_of_type:
        case Kind::scale_type:
            return choice_type(build, node);
        case Kind::number_type:
        case Kind::measured_type:
            return number_type(build, node);
        case Kind::date_type:
            return ast::DateType{};
        default:
            assert(node.kind == Kind::yes_no_type);
            return ast::YesNoType{};
    }
}

ast::FactDeclaration build_fact(const Build& build, const Node& node) {
    ast::FactDeclaration fact;
    fact.name = build_name(build, node.children.front());
    fact.span = join(node.children[0].span, node.children[1].span);
    fact.type = fact_type(build, node.children[1]);
    return fact;
}

ast::ValueGroup build_group(const Build& build, const Node& node) {
    ast::ValueGroup group;
    group.name = build_name(build, node.children.front());
    group.span = node.span;
    for (std::size_t at = 1; at < node.children.size(); ++at) {
        const Node& part = node.children[at];
        if (part.kind == Kind::text) group.text = build_text(build, part);
        if (part.kind != Kind::text && part.kind != Kind::otherwise_word)
            group.values.push_back(build_value(build, part));
    }
    return group;
}

ast::FactDeclaration build_derived(const Build& build, const Node& node) {
    const Node& body = node.children.back();
    ast::DerivedType derived{build_name(build, body.children.front()), {}};
    for (const Node& child : body.children)
        if (child.kind == Kind::value_group) derived.groups.push_back(build_group(build, child));
    ast::FactDeclaration fact;
    fact.name = build_name(build, node.children.front());
    fact.not_in_document = build_not_in_document(build, body);
    fact.type = std::move(derived);
    fact.span = node.span;
    return fact;
}

ast::FactDeclaration build_list(const Build& build, const Node& node);

/// Lines that declare facts, and attributes below them. Those before the first are the owner's, if there is one.
class FactLines {
public:
    FactLines(const Build& build, ast::FactDeclaration* owner) : build_(build), owner_(owner) {}

    std::vector<ast::FactDeclaration> read(const Node& parent) {
        for (const Node& line : parent.children) {
            switch (line.kind) {
                case Kind::fact_declaration:
                    begin(build_fact(build_, line));
                    add_attributes(line);
                    break;
                case Kind::list_declaration:
                    begin(build_list(build_, line));
                    break;
                case Kind::derived_declaration:
                    begin(build_derived(build_, line));
                    break;
                case Kind::fact_attribute_line:
                    add_attributes(line);
                    break;
                default:
                    break;
            }
        }
        return std::move(facts_);
    }

private:
    void begin(ast::FactDeclaration fact) {
        facts_.push_back(std::move(fact));
        behind_code_ = false;
    }

    void add_attributes(const Node& line) {
        ast::FactDeclaration* fact = facts_.empty() ? owner_ : &facts_.back();
        if (fact == nullptr) return without_owner(build_, line, "fact");
        if (fact != owner_ && has_end(*fact)) return behind_end(line, *fact);
        for (const Node& part : line.children) add_fact_attribute(build_, part, *fact, behind_code_);
    }

    static bool has_end(const ast::FactDeclaration& fact) {
        return std::holds_alternative<ast::ListType>(fact.type) || std::holds_alternative<ast::DerivedType>(fact.type);
    }

    void behind_end(const Node& line, const ast::FactDeclaration& fact) {
        build_.sink.add(
            FindingCode::attribute_without_owner, line.span,
            "`" + build_.word(line.children.front()) + "` stands behind the `end` of `" + fact.name.text + "`",
            "what belongs to a list stands above its first field");
    }

    const Build& build_;
    ast::FactDeclaration* owner_;
    std::vector<ast::FactDeclaration> facts_;
    bool behind_code_ = false;
};

ast::FactDeclaration build_list(const Build& build, const Node& node) {
    const Node& body = node.children.back();
    ast::FactDeclaration list;
    list.name = build_name(build, node.children.front());
    list.phrase = build_text(build, body.children.front());
    bool behind_code = false;
    for (const Node& part : body.children) add_fact_attribute(build, part, list, behind_code);
    std::vector<ast::FactDeclaration> fields = FactLines(build, &list).read(body);
    list.type = ast::ListType{std::move(fields)};
    list.span = node.span;
    return list;
}

}  // namespace

void stated_twice(const Build& build, Span second, const std::string& what) {
    build.sink.add(FindingCode::repeated_statement, second, what + " is stated a second time", "keep one of the two");
}

void without_owner(const Build& build, const Node& node, const char* owner) {
    build.sink.add(FindingCode::attribute_without_owner, node.span,
                   "`" + build.word(node.children.front()) + "` stands before the first " + owner,
                   std::string("put it behind or below the ") + owner + " it belongs to");
}

ast::FactsBlock build_facts(const Build& build, const Node& node) {
    ast::FactsBlock block;
    block.span = node.span;
    for (const Node& child : node.children) {
        if (child.kind == Kind::name) block.name = build_name(build, child);
        if (child.kind == Kind::source_plan || child.kind == Kind::source_provider)
            block.source = build_name(build, child);
    }
    block.facts = FactLines(build, nullptr).read(node);
    return block;
}

}  // namespace pol::parse_detail
