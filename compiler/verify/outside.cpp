#include "compiler/verify/outside.hpp"

#include "compiler/source/overloaded.hpp"
#include "compiler/verify/printed_text.hpp"

namespace pol::verifying {
namespace {

void write_code(Written& written, const ast::Name& code) {
    Figure figure = code_figure(code.text);
    figure.shown = code.text;
    figure.span = code.span;
    written.figures.push_back(std::move(figure));
}

void write_amount(Written& written, const std::optional<ast::Decimal>& amount, const std::optional<ast::Name>& unit) {
    if (amount && unit) write_decimal(written, *amount, unit->text, join(amount->span, unit->span));
}

/// Figures from a place on may be missing in the document.
void leave_open(Written& written, std::size_t first, bool not_in_document) {
    for (std::size_t i = first; i < written.figures.size() && not_in_document; ++i)
        written.figures[i].is_needed = false;
}

/// `not in document` belongs to what a code counts; to the code itself where it counts nothing.
void write_billing(Written& written, const ast::BillingCode& billing) {
    if (!billing.not_in_document || billing.amount) write_code(written, billing.code);
    const std::size_t code = written.figures.size();
    write_amount(written, billing.amount, billing.unit);
    leave_open(written, code, billing.not_in_document.has_value());
}

void write_package(Written& written, const ast::PackageCode& package) {
    if (!package.not_in_document || package.amount) write_code(written, package.code);
    const std::size_t code = written.figures.size();
    write_amount(written, package.amount, package.unit);
    write_amount(written, package.volume, package.volume_unit);
    leave_open(written, code, package.not_in_document.has_value());
}

void write_fact(Written& written, const ast::FactDeclaration& fact);

void write_type(Written& written, const ast::FactType& type) {
    std::visit(overloaded{
                   [](const ast::YesNoType&) {},
                   [&](const ast::ChoiceType& choice) {
                       for (const ast::ValueDeclaration& value : choice.values)
                           if (value.text) write_text(written, *value.text);
                   },
                   [](const ast::CodeType&) {},
                   [](const ast::NumberType&) {},
                   [](const ast::DateType&) {},
                   [&](const ast::ListType& list) {
                       for (const ast::FactDeclaration& field : list.fields) write_fact(written, field);
                   },
                   [&](const ast::DerivedType& derived) {
                       for (const ast::ValueGroup& group : derived.groups) {
                           if (group.text) write_text(written, *group.text);
                           for (const ast::Name& value : group.values) write_value(written, value);
                       }
                   },
               },
               type);
}

void write_fact(Written& written, const ast::FactDeclaration& fact) {
    write_text(written, {name_in_capitals(fact.name.text), {}});
    if (fact.phrase) write_text(written, *fact.phrase);
    if (fact.ask) write_text(written, *fact.ask);
    for (const ast::CodeAttribute& code : fact.codes) write_code(written, code.code);
    write_type(written, fact.type);
}

void add_facts(std::map<std::string, Written>& meanings, const ast::FactsBlock& block) {
    for (const ast::FactDeclaration& fact : block.facts) {
        Written& written = meanings[fact.name.text];
        write_fact(written, fact);
        for (Figure& figure : written.figures) figure.is_needed = false;
    }
}

}  // namespace

Written header_of(const ast::Policy& policy) {
    Written written;
    for (const ast::HeaderLine& line : policy.header) {
        const auto* see = std::get_if<ast::See>(&line.form);
        if (see == nullptr) continue;
        for (const auto& reference : see->references)
            if (const auto* document = std::get_if<ast::DocumentReference>(&reference))
                write_document(written, *document);
    }
    for (const ast::Block& block : policy.blocks)
        if (const auto* gate = std::get_if<ast::Gate>(&block)) {
            if (gate->determination.outcome.document) write_document(written, *gate->determination.outcome.document);
            if (gate->determination.condition) write_condition(written, *gate->determination.condition);
        }
    return written;
}

Written drugs_of(const ast::Policy& policy) {
    Written written;
    for (const ast::Block& block : policy.blocks) {
        const auto* drug = std::get_if<ast::Drug>(&block);
        if (drug == nullptr) continue;
        for (const auto& code : drug->codes) {
            if (const auto* billing = std::get_if<ast::BillingCode>(&code)) write_billing(written, *billing);
            if (const auto* package = std::get_if<ast::PackageCode>(&code)) write_package(written, *package);
        }
    }
    return written;
}

std::map<std::string, Written> meanings_of(const ast::Program& program) {
    std::map<std::string, Written> meanings;
    for (const ast::FactsBlock& block : ast::plan_of(program).facts) add_facts(meanings, block);
    for (const ast::File& file : program.facts) add_facts(meanings, std::get<ast::FactsFile>(file.declared).facts);
    for (const ast::Block& block : ast::policy_of(program).blocks)
        if (const auto* define = std::get_if<ast::Define>(&block)) {
            Written& written = meanings[define->name.text];
            write_define(written, *define);
            if (define->not_in_document)
                for (Figure& figure : written.figures) figure.is_needed = false;
        }
    return meanings;
}

}  // namespace pol::verifying
