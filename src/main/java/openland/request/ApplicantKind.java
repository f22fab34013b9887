package openland.request;

import java.util.Optional;
import java.util.stream.Stream;

/** Who asks, as the statistics table of 2021 (国办公开办函〔2021〕30号) divides applicants into columns. */
public enum ApplicantKind {
    PERSON("自然人"), COMPANY("商业企业"), RESEARCH("科研机构"), CHARITY("社会公益组织"), LAW("法律服务机构"), OTHER("其他");

    private final String label;

    ApplicantKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** True for 法人或其他组织. */
    public boolean isOrganisation() {
        return this != PERSON;
    }

    public static Optional<ApplicantKind> of(String name) {
        return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
