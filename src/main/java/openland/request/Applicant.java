package openland.request;

import java.util.UUID;

/**
 * Who asks (申请人).
 *
 * @param contact of an organisation: whom to speak to; empty for a person
 * @param mail    empty when there is none
 */
public record Applicant(UUID id, ApplicantKind kind, String name, String contact, String phone, String mail, String address, String postcode) {}
