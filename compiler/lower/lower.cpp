#include "compiler/lower/lower.hpp"

#include "compiler/lower/passes.hpp"

#include <utility>

namespace pol {

model::Policy lower(const ast::Program& program, const SourceMap& sources) {
    using namespace lowering;
    Context context(program, sources);
    lower_facts(context);
    lower_terms(context);
    lower_header(context);
    lower_clauses(context);
    lower_references(context);
    lower_readings(context);
    lower_connectives(context);
    lower_coverage(context);
    lower_determinations(context);
    lower_requirements(context);
    lower_sections(context);
    lower_rows_by_kind(context);
    lower_scenarios(context);
    return std::move(context.policy);
}

}  // namespace pol
