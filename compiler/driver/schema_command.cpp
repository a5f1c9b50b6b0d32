#include "compiler/driver/commands.hpp"
#include "compiler/driver/pipeline.hpp"
#include "compiler/model/describe.hpp"
#include "compiler/render/schema.hpp"

#include <optional>

namespace pol {

ExitCode run_schema(const SchemaOptions& options) {
    Run run(options.import_dirs);
    const std::optional<model::Policy> policy = build_model(run, options.policy);
    if (!policy) return report(run, OutputFormat::text, options.colour);
    const model::Description description(*policy);
    return print_result(
        options.decision ? render::decision_schema(description.get()) : render::request_schema(description.get()),
        ExitCode::success);
}

}  // namespace pol
