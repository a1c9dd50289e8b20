using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Samstyring.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initiatives : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ArchiveReference",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Confirmed",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ConfirmedForMonths",
                table: "initiatives",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ends",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Evaluated",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "KeptBy",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Levels",
                table: "initiatives",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Method",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MethodVersion",
                table: "initiatives",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Model",
                table: "initiatives",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NeedsMunicipalDecisions",
                table: "initiatives",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OtherSectors_En",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OtherSectors_Nb",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OtherSectors_Nn",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PrivacyAssessed",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Problem_En",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Problem_Nb",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Problem_Nn",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Purpose_En",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Purpose_Nb",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Purpose_Nn",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Realised",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SecurityAssessed",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ServiceArea_En",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ServiceArea_Nb",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ServiceArea_Nn",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SharedSolutions_En",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SharedSolutions_Nb",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SharedSolutions_Nn",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Starts",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Status_En",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Status_Nb",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Status_Nn",
                table: "initiatives",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "TouchesPersonalData",
                table: "initiatives",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "decision_matrices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: true),
                    Initiative = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsTemplate = table.Column<bool>(type: "INTEGER", nullable: false),
                    PrinciplesInput = table.Column<string>(type: "TEXT", nullable: false),
                    PrinciplesDecided = table.Column<string>(type: "TEXT", nullable: false),
                    ArchitectureInput = table.Column<string>(type: "TEXT", nullable: false),
                    ArchitectureDecided = table.Column<string>(type: "TEXT", nullable: false),
                    InfrastructureInput = table.Column<string>(type: "TEXT", nullable: false),
                    InfrastructureDecided = table.Column<string>(type: "TEXT", nullable: false),
                    ApplicationsInput = table.Column<string>(type: "TEXT", nullable: false),
                    ApplicationsDecided = table.Column<string>(type: "TEXT", nullable: false),
                    InvestmentsInput = table.Column<string>(type: "TEXT", nullable: false),
                    InvestmentsDecided = table.Column<string>(type: "TEXT", nullable: false),
                    VisibleTo = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name_En = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_matrices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_decision_matrices_initiatives_Initiative",
                        column: x => x.Initiative,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_decision_matrices_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gate_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Initiative = table.Column<Guid>(type: "TEXT", nullable: false),
                    Gate = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OnBehalfOf = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Mandate = table.Column<string>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Exception = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", nullable: false),
                    MethodVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    VisibleTo = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gate_decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_gate_decisions_initiatives_Initiative",
                        column: x => x.Initiative,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gate_decisions_organisations_OnBehalfOf",
                        column: x => x.OnBehalfOf,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_gate_decisions_people_By",
                        column: x => x.By,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "initiative_parts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Initiative = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Organisation = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsWithdrawn = table.Column<bool>(type: "INTEGER", nullable: true),
                    VisibleTo = table.Column<Guid>(type: "TEXT", nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note_En = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Note_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Provenance_AsOf = table.Column<string>(type: "TEXT", nullable: false),
                    Provenance_Certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Provenance_Source = table.Column<string>(type: "TEXT", nullable: false),
                    Actor = table.Column<Guid>(type: "TEXT", nullable: true),
                    Importance = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Replaceability = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Strategy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Position = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CanBlock = table.Column<bool>(type: "INTEGER", nullable: true),
                    Channel_En = table.Column<string>(type: "TEXT", nullable: true),
                    Channel_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Channel_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Plan_En = table.Column<string>(type: "TEXT", nullable: true),
                    Plan_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Plan_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Text_En = table.Column<string>(type: "TEXT", nullable: true),
                    Text_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Text_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Sector = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Name_En = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Name_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Problem_En = table.Column<string>(type: "TEXT", nullable: true),
                    Problem_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Problem_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    OtherActor = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Strength = table.Column<int>(type: "INTEGER", nullable: true),
                    Item = table.Column<string>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SignedOn = table.Column<string>(type: "TEXT", nullable: true),
                    Decision = table.Column<Guid>(type: "TEXT", nullable: true),
                    Gate = table.Column<string>(type: "TEXT", nullable: true),
                    Ends = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome_En = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Starts = table.Column<string>(type: "TEXT", nullable: true),
                    MoneyEnds = table.Column<string>(type: "TEXT", nullable: true),
                    Covers = table.Column<string>(type: "TEXT", nullable: true),
                    Lacks = table.Column<string>(type: "TEXT", nullable: true),
                    Agreement = table.Column<Guid>(type: "TEXT", nullable: true),
                    Days = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Parties_En = table.Column<string>(type: "TEXT", nullable: true),
                    Parties_Nb = table.Column<string>(type: "TEXT", nullable: true),
                    Parties_Nn = table.Column<string>(type: "TEXT", nullable: true),
                    Count = table.Column<int>(type: "INTEGER", nullable: true),
                    MustDecide = table.Column<bool>(type: "INTEGER", nullable: true),
                    Other = table.Column<Guid>(type: "TEXT", nullable: true),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Phase = table.Column<string>(type: "TEXT", nullable: true),
                    Cost = table.Column<int>(type: "INTEGER", nullable: true),
                    Guideline = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Conforming = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Vendor = table.Column<Guid>(type: "TEXT", nullable: true),
                    Instrument = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Effect = table.Column<string>(type: "TEXT", nullable: true),
                    Precondition = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Fulfilment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_initiative_parts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_initiative_parts_initiatives_Initiative",
                        column: x => x.Initiative,
                        principalTable: "initiatives",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_initiative_parts_organisations_Organisation",
                        column: x => x.Organisation,
                        principalTable: "organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gate_snapshots",
                columns: table => new
                {
                    Decision = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsOfTeam = table.Column<bool>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    VisibleTo = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_gate_snapshots", x => new { x.Decision, x.IsOfTeam });
                    table.ForeignKey(
                        name: "FK_gate_snapshots_gate_decisions_Decision",
                        column: x => x.Decision,
                        principalTable: "gate_decisions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_decision_matrices_Initiative",
                table: "decision_matrices",
                column: "Initiative");

            migrationBuilder.CreateIndex(
                name: "IX_decision_matrices_Key",
                table: "decision_matrices",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_decision_matrices_Organisation",
                table: "decision_matrices",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_gate_decisions_By",
                table: "gate_decisions",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_gate_decisions_Initiative_Gate_Number",
                table: "gate_decisions",
                columns: new[] { "Initiative", "Gate", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_gate_decisions_OnBehalfOf",
                table: "gate_decisions",
                column: "OnBehalfOf");

            migrationBuilder.CreateIndex(
                name: "IX_initiative_parts_Initiative_Order",
                table: "initiative_parts",
                columns: new[] { "Initiative", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_initiative_parts_Organisation",
                table: "initiative_parts",
                column: "Organisation");

            migrationBuilder.CreateIndex(
                name: "IX_initiative_parts_Type_Order",
                table: "initiative_parts",
                columns: new[] { "Type", "Order" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decision_matrices");

            migrationBuilder.DropTable(
                name: "gate_snapshots");

            migrationBuilder.DropTable(
                name: "initiative_parts");

            migrationBuilder.DropTable(
                name: "gate_decisions");

            migrationBuilder.DropColumn(
                name: "ArchiveReference",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Confirmed",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "ConfirmedForMonths",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Ends",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Evaluated",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "KeptBy",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Levels",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Method",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "MethodVersion",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Model",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "NeedsMunicipalDecisions",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "OtherSectors_En",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "OtherSectors_Nb",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "OtherSectors_Nn",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "PrivacyAssessed",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Problem_En",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Problem_Nb",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Problem_Nn",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Purpose_En",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Purpose_Nb",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Purpose_Nn",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Realised",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "SecurityAssessed",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "ServiceArea_En",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "ServiceArea_Nb",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "ServiceArea_Nn",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "SharedSolutions_En",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "SharedSolutions_Nb",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "SharedSolutions_Nn",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Starts",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Status_En",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Status_Nb",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "Status_Nn",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "TouchesPersonalData",
                table: "initiatives");
        }
    }
}
