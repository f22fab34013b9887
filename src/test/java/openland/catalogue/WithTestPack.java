package openland.catalogue;

import java.util.List;
import openland.office.Offices;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The program with one item that has a field of every kind, masked in every way; its catalogue holds nothing else. */
@TestConfiguration
public class WithTestPack {
    private static final String PACK = """
            pack: { id: fields-test, title: 试, version: 1, source: 试 }
            items:
              - item: test.compensation
                title: 试件
                group: results
                access: proactive
                duty: { offices: { levels: [city, county] }, starts: decision-made, event: 作出决定 }
                review: [drafter, secrecy, leader]
                basis: [试]
                fields:
                  - { name: holder, label: 户主, type: text, public: masked, mask: name }
                  - { name: paper, label: 证件号, type: text, public: masked, mask: identity }
                  - { name: mobile, label: 手机, type: text, public: masked, mask: mobile }
                  - { name: account, label: 账号, type: text, public: masked, mask: account }
                  - { name: home, label: 住址, type: place, public: masked, mask: address-township }
                  - { name: party, label: 当事人, type: party, public: masked }
                  - { name: remark, label: 备注, type: text, public: hidden }
                  - { name: site, label: 面积, type: area, unit: 公顷, facet: range }
                  - { name: count, label: 户数, type: number, unit: 户 }
                  - { name: term, label: 期限, type: date-range }
                  - { name: division, label: 区划, type: division, facet: value }
                  - { name: office, label: 机构, type: office }
                  - { name: piece, label: 依据, type: piece }
                  - { name: papers, label: 材料, type: files }
                  - name: list
                    label: 补偿明细
                    type: table
                    columns:
                      - { name: who, label: 姓名, type: text, required: true, public: masked, mask: name }
                      - { name: paper, label: 身份证号, type: text, public: masked, mask: identity }
                      - { name: bank, label: 银行账号, type: text, public: masked, mask: account }
                      - { name: home, label: 住址, type: text, public: masked, mask: address-township }
                      - { name: party, label: 经办, type: party, public: masked }
                      - { name: sum, label: 补偿金额, type: money }
                      - { name: more, label: 说明, type: text }
                      - { name: remark, label: 内部备注, type: text, public: hidden }
            """;

    @Bean
    @Primary
    Catalogue testCatalogue(PackStore packs, PackProposalStore proposals, Offices offices, ApplicationEventPublisher events) {
        return new Catalogue(Shelf.of(List.of(new PackFile("test.yaml", PACK))), packs, proposals, offices, events);
    }
}
