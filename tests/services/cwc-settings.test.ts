import { expect, test } from "vitest";
import { parseEnv } from "~/env.server";
import { createCwcChannel } from "~/services/cwc-channel.server";

const agent = {
  CWC_AGENT_NAME: "Privacy for All",
  CWC_AGENT_EMAIL: "ack@privacy.example",
  CWC_CONTACT_NAME: "Grace Contact",
  CWC_CONTACT_EMAIL: "grace@privacy.example",
  CWC_CONTACT_PHONE: "202-555-0100",
};
const house = { CWC_HOUSE_URL: "https://house.example", CWC_HOUSE_API_KEY: "secret" };

test("without credentials there is no channel, and with those of one chamber it is for that one", () => {
  expect(createCwcChannel(parseEnv({}))).toBeNull();
  const channel = createCwcChannel(parseEnv({ ...agent, ...house }));
  expect(Object.keys(channel?.gateways ?? {})).toEqual(["house"]);
  expect(channel?.profile).toMatchObject({ organization: null, bill: null });
});

test.each([
  ["a key without the rest", { CWC_HOUSE_API_KEY: "secret" }, ["CWC_HOUSE_URL", ...Object.keys(agent)]],
  [
    "half a Senate",
    { ...agent, CWC_SENATE_URL: "https://s.example/m" },
    ["CWC_SENATE_API_KEY", "CWC_SENATE_OFFICES_URL"],
  ],
  ["half an organization", { ...agent, ...house, CWC_ORGANIZATION: "Privacy" }, ["CWC_ORGANIZATION_ABOUT"]],
  ["half a bill", { ...agent, ...house, CWC_BILL_NUMBER: "12" }, ["CWC_BILL_STANCE", "CWC_BILL_TYPE"]],
  ["an agent for nobody", agent, ["CWC_HOUSE_URL", "CWC_SENATE_URL"]],
  ["a topic that is none", { ...agent, ...house, CWC_TOPICS: "Privacy" }, ["CWC_TOPICS"]],
])("%s is refused, and everything that is missing is named together", (_, env, missing) => {
  let said = "";
  try {
    parseEnv(env);
  } catch (error) {
    said = String(error);
  }
  for (const name of missing) expect(said).toContain(name);
  expect(said).not.toContain("secret,");
});

test("topics and a bill come from the settings", () => {
  const channel = createCwcChannel(
    parseEnv({
      ...agent,
      ...house,
      CWC_TOPICS: "Commerce; Civil Rights and Liberties, Minority Issues",
      CWC_BILL_CONGRESS: "119",
      CWC_BILL_TYPE: "S.",
      CWC_BILL_NUMBER: "12",
      CWC_BILL_STANCE: "Pro",
    }),
  );
  expect(channel?.profile.topics).toEqual(["Commerce", "Civil Rights and Liberties, Minority Issues"]);
  expect(channel?.profile.bill).toEqual({ congress: 119, type: "S.", number: 12, stance: "Pro" });
});
