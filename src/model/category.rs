//! What kind of instrument an event is, and the family that the kind belongs to.

use super::vocabulary::vocabulary;

vocabulary! {
    /// The instrument, never the posture: "countermeasure" follows from a link, not from a category.
    Category, "category" {
        ExportControl "export-control" "a licence requirement or ban on exports, re-exports or transfers",
        EntityListing "entity-listing" "named parties put on a list of restricted parties",
        Sanctions "sanctions" "property blocked, dealings or entry forbidden",
        ProcurementBan "procurement-ban" "what public bodies or operators may not buy",
        ProductBan "product-ban" "a product or app that may not be sold or used",
        Tariff "tariff" "customs duties raised, cut or excepted",
        TradeRemedy "trade-remedy" "antidumping, countervailing or safeguard duties and their probes",
        ImportRestriction "import-restriction" "goods kept out or held at the border, port fees among them",
        InboundScreening "inbound-screening" "foreign investment reviewed, blocked or undone",
        OutboundScreening "outbound-screening" "investment abroad reviewed, notified or forbidden",
        FundingProgramme "funding-programme" "public money, or a fund, for technology or industry",
        IndustrialPolicy "industrial-policy" "a plan, guideline or target for industry",
        Standards "standards" "technical standards and their bodies",
        Legislation "legislation" "a statute",
        DataRule "data-rule" "rules on data, networks and their security",
        Investigation "investigation" "a probe or review opened by an authority",
        Litigation "litigation" "what a court or panel does, or is asked to do",
        Enforcement "enforcement" "a penalty, settlement or prosecution",
        Agreement "agreement" "a deal between governments",
        Negotiation "negotiation" "talks, with or without a result",
        Statement "statement" "what somebody said in public",
        Threat "threat" "an act announced for the case that something happens or does not",
        CompanyAction "company-action" "what a firm did on its own account",
        TechnologyMilestone "technology-milestone" "a technical achievement",
    }
}

vocabulary! {
    /// The family of a category; it gives an event its colour and shape.
    Family, "family" {
        Controls "controls" "export controls, listings, sanctions, bans",
        Trade "trade" "tariffs, trade remedies, import restrictions",
        Investment "investment" "screening of investment, inward and outward",
        Industry "industry" "funding, industrial policy, standards",
        Law "law" "legislation, data rules, investigations, litigation, enforcement",
        Diplomacy "diplomacy" "agreements, negotiations, statements, threats",
        Firms "firms" "what companies did, and technical milestones",
    }
}

impl Category {
    /// The family that this category belongs to.
    pub fn family(self) -> Family {
        use Category as C;
        match self {
            C::ExportControl | C::EntityListing | C::Sanctions | C::ProcurementBan | C::ProductBan => Family::Controls,
            C::Tariff | C::TradeRemedy | C::ImportRestriction => Family::Trade,
            C::InboundScreening | C::OutboundScreening => Family::Investment,
            C::FundingProgramme | C::IndustrialPolicy | C::Standards => Family::Industry,
            C::Legislation | C::DataRule | C::Investigation | C::Litigation | C::Enforcement => Family::Law,
            C::Agreement | C::Negotiation | C::Statement | C::Threat => Family::Diplomacy,
            C::CompanyAction | C::TechnologyMilestone => Family::Firms,
        }
    }

    /// Whether the plainly named targets of such an act are the parts of its measure.
    pub fn targets_are_parts(self) -> bool {
        matches!(self, Self::EntityListing | Self::Sanctions | Self::ProcurementBan)
    }
}
