package dev.arcrun.catalog.contract;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;

/** What a contract must keep to that its schema can't say. */
final class ContractRules {
    private ContractRules() {}

    static List<SchemaMistake> check(PartDescription part) {
        List<SchemaMistake> mistakes = new ArrayList<>();
        Contract contract = part.contract();
        Json.Obj properties = new Members(contract.inputSchema()).object("properties");
        for (String name : contract.required()) {
            if (properties.get(name) == null) {
                mistakes.add(
                        new SchemaMistake(
                                List.of("input_schema", "required"),
                                "`"
                                        + name
                                        + "` is required, but `properties` doesn't describe it."));
            } else if (part.configExample().get(name) == null) {
                mistakes.add(
                        new SchemaMistake(
                                List.of("config_example"),
                                "the example lacks `" + name + "`, which is required."));
            }
        }
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < contract.credentials().size(); i++) {
            Contract.CredentialNeed need = contract.credentials().get(i);
            if (keys.contains(need.key())) {
                mistakes.add(
                        new SchemaMistake(
                                List.of("credentials_required", String.valueOf(i), "key"),
                                "two credentials have the key `" + need.key() + "`."));
            }
            keys.add(need.key());
        }
        if (contract.runtime() == Contract.Runtime.CONNECTOR) {
            mistakes.addAll(ConnectorContract.check(part));
        }
        return mistakes;
    }
}
