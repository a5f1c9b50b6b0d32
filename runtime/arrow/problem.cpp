#include "runtime/arrow/problem.hpp"

#include <utility>

namespace pol::arrow {

namespace {

thread_local std::string last_problem;

}  // namespace

const char* kept(std::string problem) {
    last_problem = std::move(problem);
    return last_problem.empty() ? nullptr : last_problem.c_str();
}

}  // namespace pol::arrow
