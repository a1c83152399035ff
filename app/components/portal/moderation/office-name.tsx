export type Office = {
  name: string;
  state: string;
  district: number | null;
  chamber: "senate" | "house";
  website: string | null;
} | null;

/** A member as the offices' lists name them: `Nancy Pelosi (CA-11)`. */
export function OfficeName({ office, bioguide }: { office: Office; bioguide: string }) {
  if (office === null) return <bdi dir="ltr">{bioguide}</bdi>;
  const { name, state, district } = office;
  return (
    <>
      <bdi>{name}</bdi> <bdi dir="ltr">({district === null ? state : `${state}-${district}`})</bdi>
    </>
  );
}
