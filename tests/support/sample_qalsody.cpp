#include "tests/support/sample_models.hpp"

namespace pol::testing {

using namespace model;

namespace {

constexpr Evidence documented = Evidence::documented;
constexpr Evidence attested = Evidence::attested;

void declare_facts(ModelBuilder& builder) {
    builder.yes_no("contract_excludes", FactSource::plan);
    builder.yes_no("mdrp_participating", FactSource::plan);
    builder.one_of("prescriber_specialty", {"neurology", "als_specialist", "other"});
    builder.one_of("consulted_specialty", {"neurology", "als_specialist", "other", "nobody"});
    builder.one_of("diagnosis", {"als", "other"});
    builder.one_of("sod1_mutation", {"confirmed", "not_found"});
    builder.yes_no("weakness_from_als");
    builder.yes_no("tracheostomy");
    builder.yes_no("trach_aspiration_only");
    builder.implies("trach_aspiration_only", "tracheostomy");
    builder.yes_no("invasive_ventilation");
    builder.yes_no("continues_to_benefit");
    builder.one_of("indication", {"fda_labeled", "other"});
}

void declare_lines(ModelBuilder& builder) {
    // The boxes stand in the order of the document, the lines in that of the plan.
    for (const char* box :
         {"APPLIES.commercial_group", "APPLIES.medicare_advantage", "APPLIES.on_exchange", "APPLIES.medicare_part_d",
          "APPLIES.off_exchange", "APPLIES.essential_plan", "APPLIES.medicaid_harp", "APPLIES.child_health_plus",
          "APPLIES.federal_employee", "APPLIES.ancillary", "APPLIES.dual_special_needs"})
        builder.clause(box, ClauseKind::box);
    for (const char* ticked : {"commercial_group", "on_exchange", "off_exchange", "medicaid_harp"})
        builder.line(ticked);
    builder.line("federal_employee", false);
    builder.line("dual_special_needs");
    builder.line("medicare_advantage");
    builder.line("medicare_part_d", false);
    builder.line("essential_plan");
    builder.line("child_health_plus");
    builder.line("ancillary", false);
    builder.policy().benefit_clause = builder.clause("APPLIES.medical", ClauseKind::benefit);
}

Condition adult() { return age_test(BuiltinFact::date_of_service, AgeOperator::is_at_least, 18); }

void add_commercial(ModelBuilder& builder) {
    builder.section("COM", {"commercial_group", "on_exchange", "off_exchange", "essential_plan"});
    builder.determination(
        "COM.1", verdict(Outcome::not_medically_necessary),
        group_of(Quantifier::all_of, {builder.is("diagnosis", "als", documented),
                                      builder.is("sod1_mutation", "confirmed", documented), adult()}));
    builder.otherwise("COM.otherwise", verdict(Outcome::refer, builder.target(TargetKind::policy, "PHARMACY-32")));
}

void add_medicare(ModelBuilder& builder) {
    builder.section("MCR", {"medicare_advantage", "dual_special_needs"});
    builder.determination("MCR.*1", verdict(Outcome::refer, builder.target(TargetKind::lcd, "L33394")), std::nullopt);
}

std::vector<RequirementNode> shared_requirements(ModelBuilder& builder) {
    return {
        builder.requirement(
            "MMC.1", group_of(Quantifier::any_of,
                              {builder.is_one_of("prescriber_specialty", {"neurology", "als_specialist"}, documented),
                               builder.is_one_of("consulted_specialty", {"neurology", "als_specialist"}, documented)})),
        builder.requirement("MMC.2", adult()),
        builder.requirement("MMC.3",
                            group_of(Quantifier::all_of, {builder.is("diagnosis", "als", documented),
                                                          builder.is("sod1_mutation", "confirmed", documented)})),
        builder.requirement("MMC.4", builder.is("weakness_from_als", "yes", attested))};
}

RequirementGroup initial_group(ModelBuilder& builder, std::vector<RequirementNode> shared) {
    RequirementGroup airway{.quantifier = Quantifier::any_of, .members = {}};
    airway.members = {builder.requirement("MMC.5", builder.is("tracheostomy", "no", documented)),
                      builder.requirement("MMC.6", builder.is("trach_aspiration_only", "yes", attested))};
    shared.emplace_back(std::move(airway));
    return {.quantifier = Quantifier::all_of, .members = std::move(shared)};
}

RequirementGroup renewal_group(ModelBuilder& builder, std::vector<RequirementNode> shared) {
    shared.push_back(builder.requirement("MMC.9.a", builder.is("continues_to_benefit", "yes", attested)));
    const Condition other_tracheostomy =
        group_of(Quantifier::unless,
                 {builder.is("tracheostomy", "yes", attested), builder.is("trach_aspiration_only", "yes", attested)});
    shared.push_back(builder.requirement(
        "MMC.9.b",
        group_of(Quantifier::none_of, {builder.is("invasive_ventilation", "yes", attested), other_tracheostomy})));
    return {.quantifier = Quantifier::all_of, .members = std::move(shared)};
}

ApprovalIndex six_months(ModelBuilder& builder, ClauseIndex dose_clause) {
    const ApprovalIndex index =
        builder.approval("MMC.9", {.amount = 6, .unit = DurationUnit::months}, BuiltinFact::date_of_service);
    Approval& approval = builder.policy().approvals[index];
    approval.dose_clause = dose_clause;
    approval.has_schedule = true;
    approval.schedule = {.loading_doses = 3, .loading_interval = 14, .maintenance_interval = 28};
    approval.per_dose = {{.amount = {.digits = 100, .places = 0}, .unit = "mg", .system = "", .code = ""},
                         {.amount = {.digits = 100, .places = 0}, .unit = "unit", .system = "hcpcs", .code = "J1304"}};
    return index;
}

void add_medicaid(ModelBuilder& builder) {
    builder.section("MMC", {"medicaid_harp", "child_health_plus"});
    const std::vector<RequirementNode> shared = shared_requirements(builder);
    RequirementGroup initial = initial_group(builder, shared);
    builder.determination("MMC.7", verdict(Outcome::excluded), builder.is("indication", "other", documented));
    const ClauseIndex dosing = builder.clause("MMC.8", ClauseKind::dosing);
    const ApprovalIndex approval = six_months(builder, dosing);
    builder.criteria("initial", std::move(initial), approval);
    builder.criteria("renewal", renewal_group(builder, shared), approval);
    builder.otherwise("MMC.otherwise", verdict(Outcome::criteria_not_met));
}

void add_guidelines(ModelBuilder& builder) {
    const ClauseIndex medical = builder.clause("G.4", ClauseKind::note);
    const ClauseIndex not_pharmacy = builder.clause("G.5", ClauseKind::note);
    builder.policy().benefit_reasons = {medical, not_pharmacy};
    builder.guideline("G.10", verdict(Outcome::excluded), builder.is("mdrp_participating", "no"), {"medicaid_harp"});
}

}  // namespace

Policy qalsody_model() {
    ModelBuilder builder;
    builder.policy().name = "qalsody";
    builder.policy().number = "PHARMACY-127";
    builder.policy().text_from = date_of(2026, 6, 1);
    builder.request_kinds({"initial", "renewal"});
    builder.benefits({{"medical", true}, {"pharmacy", false}});
    declare_facts(builder);
    builder.gate(verdict(Outcome::excluded), builder.is("contract_excludes", "yes"));
    declare_lines(builder);
    builder.policy().determinations[*builder.policy().gate].lines.resize(builder.policy().lines.size(), true);
    add_commercial(builder);
    add_medicare(builder);
    add_medicaid(builder);
    add_guidelines(builder);
    return builder.policy();
}

}  // namespace pol::testing
