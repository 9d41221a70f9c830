//! The words of the closed lists: kinds and families of instruments, and how well a claim is supported.

use crate::{
    graph::Support,
    model::{Category, Family, Lang, Vocabulary},
};

/// The name of a kind of instrument.
pub(crate) fn category(category: Category, lang: Lang) -> String {
    use Category as C;
    let chinese = match category {
        _ if lang == Lang::En => return category.word().replace('-', " "),
        C::ExportControl => "出口管制",
        C::EntityListing => "实体清单",
        C::Sanctions => "制裁",
        C::ProcurementBan => "采购禁令",
        C::ProductBan => "产品禁令",
        C::Tariff => "关税",
        C::TradeRemedy => "贸易救济",
        C::ImportRestriction => "进口限制",
        C::InboundScreening => "外资审查",
        C::OutboundScreening => "对外投资审查",
        C::FundingProgramme => "资助计划",
        C::IndustrialPolicy => "产业政策",
        C::Standards => "标准",
        C::Legislation => "立法",
        C::DataRule => "数据规则",
        C::Investigation => "调查",
        C::Litigation => "诉讼",
        C::Enforcement => "执法",
        C::Agreement => "协议",
        C::Negotiation => "磋商",
        C::Statement => "表态",
        C::Threat => "威胁",
        C::CompanyAction => "企业行动",
        C::TechnologyMilestone => "技术突破",
    };
    chinese.to_owned()
}

/// The name of a family of instruments.
pub(crate) fn family(family: Family, lang: Lang) -> String {
    let chinese = match family {
        _ if lang == Lang::En => return family.word().to_owned(),
        Family::Controls => "管制",
        Family::Trade => "贸易",
        Family::Investment => "投资",
        Family::Industry => "产业",
        Family::Law => "法律",
        Family::Diplomacy => "外交",
        Family::Firms => "企业",
    };
    chinese.to_owned()
}

/// How well a claim is supported.
pub(crate) fn support(support: Support, lang: Lang) -> String {
    let chinese = match support {
        _ if lang == Lang::En => return support.to_string(),
        Support::Named => "文件指明",
        Support::Acknowledged => "官方承认",
        Support::Corroborated => "多方印证",
        Support::SingleSource => "单一来源",
        Support::Editorial => "编者判断",
    };
    chinese.to_owned()
}
