package dev.arcrun.catalog.acceptance;

import dev.arcrun.catalog.Verification;
import dev.arcrun.catalog.contract.ConnectorContract;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.scenario.ScenarioPlayer;
import dev.arcrun.catalog.scenario.ScenarioRunner;
import dev.arcrun.catalog.service.Services;

/**
 * Plays a connector's scenarios against a server of this machine, which holds its requests to what
 * the service's specification says.
 *
 * @param services the specifications there are
 */
public record ConnectorScenarios(Services services) implements Acceptance.Connectors {
    @Override
    public ScenarioPlayer player(PartDescription connector) {
        return new ScenarioRunner(
                ConnectorContract.of(connector), Verification.of(connector, services).operation());
    }
}
