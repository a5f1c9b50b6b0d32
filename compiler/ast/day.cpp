#include "compiler/ast/condition.hpp"

namespace pol::ast {

const std::vector<DayOperand>& operands_of(const DayOperand& day) {
    static const std::vector<DayOperand> none;
    if (const auto* yearly = std::get_if<YearlyDay>(&day.form)) return yearly->from;
    if (const auto* moved = std::get_if<MovedDay>(&day.form)) return moved->from;
    if (const auto* extreme = std::get_if<ExtremeDay>(&day.form)) return extreme->operands;
    return none;
}

}  // namespace pol::ast
