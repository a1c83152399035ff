import type { Kind, RouteAccess } from "../access-table";
import type { Scene } from "../scene";

const owners = { host: ["owner"], partner: ["owner"] } as const;

const personOf = ({ supporter }: Scene, kind: Kind) => supporter[kind];
const fileOf = ({ supporterExport }: Scene, kind: Kind) => supporterExport[kind];
const keyOf = ({ encryptionKey }: Scene, kind: Kind) => encryptionKey[kind];

/** Who looks at supporters, and takes them out in files. */
export const supporters: readonly RouteAccess[] = [
  {
    route: "portal.$organization.supporters",
    loader: { host: ["owner"], partner: ["owner", "editor"] },
    deeds: {
      reveal: {
        host: ["owner"],
        partner: ["owner", "editor"],
        fields: (scene, kind) => ({ ...personOf(scene, kind), reason: "check", note: "" }),
      },
    },
  },
  {
    route: "portal.$organization.exports",
    loader: owners,
    deeds: {
      request: {
        ...owners,
        fields: () => ({
          key: "00000000-0000-4000-8000-000000000001",
          from: "",
          until: "",
          columns: ["email"],
          reason: "records",
          note: "",
        }),
      },
      cancel: { ...owners, fields: (scene, kind) => ({ export: fileOf(scene, kind) }) },
      "add-key": {
        ...owners,
        fields: () => ({
          label: "Safe",
          recipient: "age1sv8engql5hvf52r2t3rwrwtxlwprevsgmeqxt942e3nx45knfgnsdr0hqp",
        }),
      },
      "remove-key": { ...owners, fields: (scene, kind) => ({ id: keyOf(scene, kind) }) },
    },
  },
  {
    route: "portal.$organization.exports_.$export.file",
    params: (scene, kind) => ({ export: fileOf(scene, kind) }),
    loader: owners,
    deeds: { download: owners },
  },
];
